import { expect, test } from 'vitest';
import { createMemory } from './memory.ts';
import type { Surroundings } from './surroundings.ts';

function createTools(storage: () => Surroundings['storage']): Surroundings {
  return {
    fetch: () => Promise.reject(new Error('no network')),
    get storage() {
      return storage();
    },
    wait: () => Promise.resolve(),
    random: () => 0,
    uuid: () => '',
    now: () => '',
  };
}

test('where a page forbids storage the chat is kept as long as the page', () => {
  const memory = createMemory(
    createTools(() => {
      throw new Error('The operation is insecure.');
    }),
    'shop',
  );
  expect(memory.read()).toEqual({});
  memory.write({ draft: 'Hel' });
  memory.write({ read: 2 });
  expect(memory.read()).toEqual({ draft: 'Hel', read: 2 });
});

test('damaged storage is taken for empty', () => {
  const memory = createMemory(
    createTools(() => ({ getItem: () => '{"draft":', setItem: () => {} })),
    'shop',
  );
  expect(memory.read()).toEqual({});
});
