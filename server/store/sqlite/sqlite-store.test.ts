import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../store.contract.ts';
import { openSqlite } from './open-sqlite.ts';

storeContract('sqlite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-store-'));
  const open = async () => (await openSqlite(join(folder, 'baton.sqlite'))).store;
  return { open, remove: async () => rmSync(folder, { recursive: true }) };
});
