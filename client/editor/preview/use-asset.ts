import { useSimulation } from './simulator-context.ts';

/** Where a picture of the bot can be read: one in the bot file as a data address, any other as it is. */
export function useAsset(reference: string | undefined): string | undefined {
  const assets = useSimulation(({ play }) => play.release.settings.assets);
  if (!reference?.startsWith('asset:')) return reference;
  return assets[reference.slice('asset:'.length)];
}
