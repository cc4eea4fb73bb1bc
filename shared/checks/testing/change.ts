import type { Path } from '../../schema/references.ts';

/** A copy of `document` with another value at `path`; `undefined` takes the field out. */
export function change(document: unknown, path: Path, value: unknown): Record<string, unknown> {
  const copy: unknown = structuredClone(document);
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (at, key) => at[key] as Record<string | number, unknown>,
      copy as Record<string | number, unknown>,
    );
  const last = path.at(-1) ?? '';
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy as Record<string, unknown>;
}
