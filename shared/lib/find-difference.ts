/** Where two pieces of JSON first differ, and what stands there; undefined where one has nothing. */
export interface Difference {
  /** A JSON pointer (RFC 6901) such as `/variables/email`; empty where the two differ as a whole. */
  path: string;
  wanted: unknown;
  found: unknown;
}

/** Null when both hold the same JSON; the order of fields counts for nothing, and undefined is no field. */
export function findDifference(wanted: unknown, found: unknown, path = ''): Difference | null {
  if (Object.is(wanted, found)) return null;
  if (!isBranch(wanted) || !isBranch(found) || Array.isArray(wanted) !== Array.isArray(found))
    return { path, wanted, found };
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
    const difference = findDifference(wanted[key], found[key], `${path}/${toPointerKey(key)}`);
    if (difference) return difference;
  }
  return null;
}

/** A field's name as a step of a JSON pointer. */
export function toPointerKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
