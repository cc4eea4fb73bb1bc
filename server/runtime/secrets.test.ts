import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import type { Store } from '../store/store.ts';
import { createSecrets } from './secrets.ts';

let store: Store;
beforeEach(async () => {
  ({ store } = await openSqlite(':memory:'));
});
afterEach(() => store.close());

it('a key opens its own conversation and no other, and a changed one opens nothing', () => {
  const secrets = createSecrets(store, 'one key');
  const token = secrets.toToken('c1');
  // The second time it is remembered.
  for (let time = 0; time < 2; time += 1) expect(secrets.readToken(token)).toBe('c1');
  expect(secrets.readToken(token.replace('c1', 'c2'))).toBeNull();
  expect(secrets.readToken(`${token}x`)).toBeNull();
  expect(secrets.readToken('')).toBeNull();
  expect(createSecrets(store, 'another key').readToken(token)).toBeNull();
});

it('values are read back with the server’s key only', async () => {
  const secrets = createSecrets(store, 'one key');
  const sealed = secrets.seal('value ✓');
  expect(sealed).not.toContain('value');
  await store.desk.putSecret({ name: 'shop_key', sealed, changedAt: 1 });
  expect(await secrets.read(['shop_key', 'other'])).toEqual(new Map([['shop_key', 'value ✓']]));
  await expect(createSecrets(store, 'another key').read(['shop_key'])).rejects.toThrow(
    'The secret shop_key was set under another BATON_SECRET.',
  );
});
