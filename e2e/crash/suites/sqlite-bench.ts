import Database from 'better-sqlite3';
import { findDamage, readFrom, toDatabasePath, withCopy } from '../product/sqlite-file.ts';
import { type TestDatabase, toOpenWork } from './test-database.ts';

/** The SQLite file of a product in this folder. */
export async function openSqliteBench(folder: string): Promise<TestDatabase> {
  const path = toDatabasePath(folder);
  return {
    environment: {},
    read: () => withCopy(path, readFrom),
    findDamage: () => withCopy(path, findDamage),
    countOpenWork: async (withTaken) => {
      const database = new Database(path, { readonly: true });
      try {
        return (database.prepare(toOpenWork(withTaken)).get() as { count: number }).count;
      } finally {
        database.close();
      }
    },
    close: async () => undefined,
  };
}
