import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import { accountsContract } from './accounts.contract.ts';

accountsContract('sqlite', () => openSqlite(':memory:'));
