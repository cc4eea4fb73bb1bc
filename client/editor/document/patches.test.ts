import { expect, test } from 'vitest';
import { compactPatches, toChanges } from './patches.ts';

test('of several replacements of one value the last is kept', () => {
  expect(
    compactPatches([
      { op: 'replace', path: ['a', 'x'], value: 1 },
      { op: 'replace', path: ['b'], value: 2 },
      { op: 'replace', path: ['a', 'x'], value: 3 },
    ]),
  ).toEqual([
    { op: 'replace', path: ['a', 'x'], value: 3 },
    { op: 'replace', path: ['b'], value: 2 },
  ]);
});

test('nothing moves across an insertion, a removal, or a change around it', () => {
  for (const between of [
    { op: 'add' as const, path: ['a', 0], value: 0 },
    { op: 'remove' as const, path: ['a', 0] },
    { op: 'replace' as const, path: ['a'], value: [] },
    { op: 'replace' as const, path: ['a', 'length'], value: 1 },
  ]) {
    const patches = [
      { op: 'replace' as const, path: ['a', 1], value: 1 },
      between,
      { op: 'replace' as const, path: ['a', 1], value: 2 },
    ];
    expect(compactPatches(patches)).toEqual(patches);
  }
});

test('a removal travels without a value', () => {
  expect(toChanges([{ op: 'remove', path: ['a', 0], value: undefined }])).toEqual([
    { op: 'remove', path: ['a', 0] },
  ]);
});
