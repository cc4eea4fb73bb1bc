import type { DraftChange } from '../../../shared/api/bots.ts';

type Container = Record<string, unknown> | unknown[];

/** Names through which a change could reach beyond the document. */
const forbidden = new Set<string | number>(['__proto__', 'constructor', 'prototype']);

/**
 * The document with the changes made, in order; the given one stays as it is. Changes are as immer writes
 * them: in lists `add` inserts, `remove` closes the gap, and `length` cuts.
 * @returns the document, or the place in `changes` of the first one that leads nowhere.
 */
export function applyChanges(
  file: unknown,
  changes: readonly DraftChange[],
): { ok: true; file: unknown } | { ok: false; at: number } {
  const root = { file: structuredClone(file) };
  for (const [at, change] of changes.entries()) {
    if (!apply(root, { ...change, path: ['file', ...change.path] })) return { ok: false, at };
  }
  return { ok: true, file: root.file };
}

function apply(root: Container, { op, path, value }: DraftChange): boolean {
  if (path.some((name) => forbidden.has(name))) return false;
  let target: unknown = root;
  for (const name of path.slice(0, -1)) target = read(target, name);
  const last = path.at(-1);
  if (last === undefined || typeof target !== 'object' || target === null) return false;
  if (op !== 'remove' && value === undefined) return false;
  const copy = structuredClone(value);
  return Array.isArray(target)
    ? changeList(target, op, last, copy)
    : changeRecord(target as Record<string, unknown>, op, last, copy);
}

function read(target: unknown, name: string | number): unknown {
  if (typeof target !== 'object' || target === null || !Object.hasOwn(target, name)) return undefined;
  return (target as Record<string | number, unknown>)[name];
}

function changeRecord(
  target: Record<string, unknown>,
  op: DraftChange['op'],
  name: string | number,
  value: unknown,
): boolean {
  if (op !== 'remove') {
    target[name] = value;
    return true;
  }
  if (!Object.hasOwn(target, name)) return false;
  delete target[name];
  return true;
}

function changeList(
  target: unknown[],
  op: DraftChange['op'],
  name: string | number,
  value: unknown,
): boolean {
  if (name === 'length') {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > target.length)
      return false;
    target.length = value;
    return true;
  }
  const index = name === '-' && op === 'add' ? target.length : Number(name);
  const most = op === 'add' ? target.length : target.length - 1;
  if (!Number.isInteger(index) || index < 0 || index > most) return false;
  if (op === 'add') target.splice(index, 0, value);
  else if (op === 'remove') target.splice(index, 1);
  else target[index] = value;
  return true;
}
