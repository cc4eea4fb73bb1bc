import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Recording } from '../record/recording.ts';
import { type Body, createPlanner, type Plan, readCounters } from './plan.ts';

/** The durable work of a message on a copy of Baton's own database. */
export interface SqliteWork {
  plan(conversation: string, body: Body): Plan;
  /** Writes it in one transaction with whatever else has come in this round of the event loop. */
  writeInGroup(plan: Plan, done: (error: unknown) => void): void;
  /** Writes it in a transaction of its own. */
  writeAlone(plan: Plan): void;
}

/** Opens the database as a careful server does: write-ahead log, synchronised at each commit. */
export async function openSqliteWork(databasePath: string, recordingPath: string): Promise<SqliteWork> {
  const recording = JSON.parse(readFileSync(recordingPath, 'utf8')) as Recording;
  const handle = new Database(databasePath);
  handle.pragma('journal_mode = WAL');
  handle.pragma('synchronous = FULL');
  handle.pragma('foreign_keys = ON');
  // As Baton sets them, so that the servers are compared and not their settings.
  handle.pragma('cache_size = -65536');
  handle.pragma('wal_autocheckpoint = 4000');
  const counters = await readCounters(
    recording,
    async (sql) => handle.prepare(sql).all() as Record<string, unknown>[],
  );
  const statements = new Map<string, Database.Statement>();
  for (const { sql } of recording.turns.flatMap(({ writes }) => writes)) {
    if (!statements.has(sql)) statements.set(sql, handle.prepare(sql));
  }
  const write = ({ turn, params }: Plan) => {
    for (const [index, { sql }] of turn.writes.entries()) statements.get(sql)?.run(params[index] ?? []);
  };
  return {
    plan: createPlanner(recording, counters),
    writeInGroup: createGroup(handle, write),
    writeAlone: handle.transaction(write),
  };
}

function createGroup(handle: Database.Database, write: (plan: Plan) => void): SqliteWork['writeInGroup'] {
  let waiting: { plan: Plan; done: (error: unknown) => void }[] = [];
  const writeAll = handle.transaction((group: typeof waiting) => {
    for (const { plan } of group) write(plan);
  });
  const commit = () => {
    const group = waiting;
    waiting = [];
    let failure: unknown;
    try {
      writeAll(group);
    } catch (error) {
      failure = error;
    }
    for (const { done } of group) done(failure);
  };
  return (plan, done) => {
    waiting.push({ plan, done });
    if (waiting.length === 1) setImmediate(commit);
  };
}
