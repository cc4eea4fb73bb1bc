import { inject } from 'vitest';
import '../../../scripts/postgres/share-postgres.ts';

/** The address of an empty database of a test's own, in the PostgreSQL that all tests of a run share. */
export async function createDatabase(): Promise<string> {
  const answer = await fetch(inject('databases'), { method: 'POST' });
  const url = await answer.text();
  if (!answer.ok) throw new Error(url);
  return url;
}
