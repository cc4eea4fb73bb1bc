import { describe, expect, it } from 'vitest';
import type { DraftChange } from '../../../shared/api/bots.ts';
import { applyChanges } from './apply-changes.ts';

const file = { bot: { name: 'Shop' }, flows: [{ id: 'a' }, { id: 'b' }] };

describe('changes of a draft', () => {
  it('set, insert and remove, in order, and leave the given document alone', () => {
    const changed = applyChanges(file, [
      { op: 'replace', path: ['bot', 'name'], value: 'Store' },
      { op: 'add', path: ['flows', 1], value: { id: 'c' } },
      { op: 'remove', path: ['flows', 0] },
      { op: 'add', path: ['bot', 'slug'], value: 'store' },
    ]);
    expect(changed).toEqual({
      ok: true,
      file: { bot: { name: 'Store', slug: 'store' }, flows: [{ id: 'c' }, { id: 'b' }] },
    });
    expect(file.flows).toHaveLength(2);
  });

  it('cut a list as immer writes it', () => {
    const changed = applyChanges(file, [{ op: 'replace', path: ['flows', 'length'], value: 1 }]);
    expect(changed).toMatchObject({ ok: true, file: { flows: [{ id: 'a' }] } });
  });

  it('replace the whole document by an empty path', () => {
    expect(applyChanges(file, [{ op: 'replace', path: [], value: { flows: [] } }])).toEqual({
      ok: true,
      file: { flows: [] },
    });
  });

  it.each([
    ['a list that is too short', ['flows', 7]],
    ['what is not there', ['bot', 'persona', 'name']],
    ['a value without parts', ['bot', 'name', 'first']],
    ['the prototype', ['__proto__', 'polluted']],
    ['a constructor', ['constructor', 'prototype', 'polluted']],
  ])('are refused where they lead into %s', (_, path) => {
    const changes: DraftChange[] = [
      { op: 'replace', path: ['bot', 'name'], value: 'Store' },
      { op: 'replace', path, value: 1 },
    ];
    expect(applyChanges(file, changes)).toEqual({ ok: false, at: 1 });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
