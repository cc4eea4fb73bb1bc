/** Where a list goes on: the sort value and id of the last row that was given out. */
export interface Cursor {
  value: number;
  id: string;
}

/** A cursor as callers get it: opaque. */
export function toCursor(value: number, id: string): string {
  return Buffer.from(`${value}:${id}`, 'utf8').toString('base64url');
}

/** Null for none, and for what we did not give out. */
export function parseCursor(cursor: string | null): Cursor | null {
  if (cursor === null) return null;
  const [, value, id] = /^(-?\d{1,16}):(.+)$/s.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  return value === undefined || id === undefined ? null : { value: Number(value), id };
}
