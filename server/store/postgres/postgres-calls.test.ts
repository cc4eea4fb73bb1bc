import { repeatedCallsContract } from '../repeated-calls.contract.ts';
import { createDatabase } from '../testing/postgres-place.ts';
import { openPostgres } from './open-postgres.ts';

repeatedCallsContract(
  'postgres',
  async () => {
    const url = await createDatabase();
    return { open: async () => (await openPostgres(url)).store, remove: async () => undefined };
  },
  { neighbour: true },
);
