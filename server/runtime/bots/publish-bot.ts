import type { BotFile } from '../../../shared/kinds/document.ts';
import type { ClientCallRecord, ReleaseRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import { makeDepartments } from './departments.ts';

export interface Publication {
  note: string;
  by: string;
  at: number;
  /** The draft's revision; null when it is not the draft that is published. */
  revision: number | null;
}

/**
 * Makes a strictly read bot file the newest release, with the model that reads its messages; `repeated` where
 * the call that `toCall` makes of it was made before.
 */
export async function publishBot(
  { store, train }: Pick<RuntimeDeps, 'store' | 'train'>,
  bot: string,
  file: BotFile,
  publication: Publication,
  toCall?: (release: ReleaseRecord) => ClientCallRecord | null,
): Promise<ReleaseRecord | 'repeated'> {
  const model = await train(file);
  await makeDepartments(store, file);
  return store.bots.publish(bot, { content: { file, model }, ...publication }, toCall);
}
