import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repeatedCallsContract } from '../repeated-calls.contract.ts';
import { openSqlite } from './open-sqlite.ts';

repeatedCallsContract(
  'sqlite',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-calls-'));
    const open = async () => (await openSqlite(join(folder, 'baton.sqlite'))).store;
    return { open, remove: async () => rmSync(folder, { recursive: true }) };
  },
  { neighbour: false },
);
