import type { Patch } from 'immer';
import type { DraftChange } from '../../../shared/api/bots.ts';

type Path = Patch['path'];

/**
 * The same changes in fewer patches: of several replacements of one value only the last is kept, so that
 * typing a sentence is one patch. The result applied to the same document gives the same document.
 */
export function compactPatches(patches: readonly Patch[]): Patch[] {
  const kept: Patch[] = [];
  for (const patch of patches) {
    const earlier = patch.op === 'replace' ? findReplaced(kept, patch.path) : -1;
    const before = kept[earlier];
    if (before) kept[earlier] = { ...before, value: patch.value };
    else kept.push(patch);
  }
  return kept;
}

/** The patches in the shape of the HTTP contract. */
export function toChanges(patches: readonly Patch[]): DraftChange[] {
  return patches.map(({ op, path, value }) => (op === 'remove' ? { op, path } : { op, path, value }));
}

/** The latest patch that set the very same place, unless something around or within it changed since. */
function findReplaced(patches: readonly Patch[], path: Path): number {
  if (isCut(path)) return -1;
  for (let index = patches.length - 1; index >= 0; index -= 1) {
    const patch = patches[index];
    if (!patch) return -1;
    if (isSame(patch.path, path)) return patch.op === 'remove' || isArrayInsert(patch) ? -1 : index;
    if (
      patch.op !== 'replace' ||
      isCut(patch.path) ||
      isWithin(path, patch.path) ||
      isWithin(patch.path, path)
    )
      return -1;
  }
  return -1;
}

/** Immer shortens a list by setting its length; what stood behind is gone, so nothing may move across. */
function isCut(path: Path): boolean {
  return path.at(-1) === 'length';
}

/** Adding to a list at a place moves what follows, so it is no plain setting of a value. */
function isArrayInsert(patch: Patch): boolean {
  return patch.op === 'add' && typeof patch.path.at(-1) === 'number';
}

function isSame(left: Path, right: Path): boolean {
  return left.length === right.length && isWithin(left, right);
}

function isWithin(inner: Path, outer: Path): boolean {
  return inner.length >= outer.length && outer.every((key, index) => key === inner[index]);
}
