import type { Path } from '../../../shared/schema/references.ts';

/** Replaces what stands at a place within a document that is being edited. Places that are not there are passed over. */
export function setAt(data: object, path: Path, value: unknown): void {
  const last = path.at(-1);
  if (last === undefined) return;
  let holder: unknown = data;
  for (const key of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return;
    holder = (holder as Record<string | number, unknown>)[key];
  }
  if (typeof holder === 'object' && holder !== null)
    (holder as Record<string | number, unknown>)[last] = value;
}
