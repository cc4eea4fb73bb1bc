import { openPostgres } from '../store/postgres/open-postgres.ts';
import { createDatabase } from '../store/testing/postgres-place.ts';
import { accountsContract } from './accounts.contract.ts';

accountsContract('postgres', async () => openPostgres(await createDatabase()));
