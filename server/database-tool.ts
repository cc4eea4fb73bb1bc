import { parseSettings, type Settings } from './settings.ts';

/** The settings of a tool's environment; null when they have mistakes, which it has been told then. */
export function readToolSettings(
  environment: Record<string, string | undefined>,
  print: (line: string) => void,
): Settings | null {
  const read = parseSettings(environment);
  if (read.ok) return read.value;
  print(`The settings have mistakes:\n  ${read.error.join('\n  ')}`);
  return null;
}

/** A moment as it stands in the names of files, in UTC: `2026-11-21T10-41-53Z`. */
export function toStamp(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

export function toMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
