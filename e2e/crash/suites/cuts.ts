import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createDiskFaults, type DiskFaults } from '../disk/disk-faults.ts';
import { type Book, createBook } from '../load/book.ts';
import { pause } from '../load/caller.ts';
import { prepareLoad, startLoad, waitForAnswers } from '../load/start-load.ts';
import type { Product } from '../product/product.ts';
import { findDamage, toDatabasePath } from '../product/sqlite-file.ts';
import type { Random } from '../random.ts';
import type { Report } from '../report.ts';
import type { Bench } from './bench.ts';

const moments = 10;
const defaultCuts = 500;
const mostAnswers = 200;
const holdLimitMs = 10_000;
/** For answers that have left the server to arrive here. */
const arrivalMs = 100;
const sector = 512;

/** What the cuts of one moment have shown. */
interface Cuts {
  count: number;
  /** The length of what was written and not yet synced, in bytes. */
  unsynced: number;
  accepted: number;
  damaged: string[];
  lost: string[];
}

/**
 * What only a loss of power shows. The server is stopped in the middle of a sync of its log: what was written
 * since the last one may be there, in part or not at all. Cut off, or spoilt by sectors, anywhere in that, the
 * log must open clean with everything that was acknowledged.
 */
export async function runCuts(bench: Bench): Promise<Report> {
  const { options, random, folder } = bench;
  if (options.store !== 'sqlite') throw new Error('Only the log of SQLite is cut.');
  const faults = createDiskFaults(folder, join(folder, 'data'), options.seed);
  const product = bench.createProduct(faults.environment);
  const book = createBook();
  const all: Cuts[] = [];
  const each = Math.ceil((options.rounds || defaultCuts) / moments);
  try {
    await product.start();
    const agents = await prepareLoad(product, 'http://127.0.0.1:9');
    const load = startLoad({ product, book, random, conversations: options.conversations, agents });
    const own = random.fork('cuts');
    for (let moment = 0; moment < moments; moment += 1) {
      await waitForAnswers(book, own.between(1, mostAnswers), holdLimitMs);
      all.push(await cutAtMoment(bench, product, book, faults, own, each));
      await product.start();
      const { count, unsynced, accepted } = all.at(-1)!;
      process.stdout.write(
        `  ${count} cuts in ${unsynced} unsynced bytes, with ${accepted} accepted messages\n`,
      );
    }
    await load.stop();
    await product.stop();
    const of = all.reduce((sum, { count }) => sum + count, 0);
    return {
      ...bench.toHead(),
      figures: {
        moments,
        cuts: of,
        'accepted messages at the end': all.at(-1)?.accepted ?? 0,
      },
      checks: [
        { name: 'the log opens clean', of, findings: all.flatMap(({ damaged }) => damaged) },
        { name: 'nothing acknowledged is missing', of, findings: all.flatMap(({ lost }) => lost) },
        {
          name: 'there was something to cut',
          of: moments,
          findings: all.flatMap(({ unsynced }, moment) => (unsynced > 0 ? [] : [`moment ${moment}`])),
        },
        await bench.checkReplay(),
      ],
    };
  } finally {
    faults.set('hold', 0);
    await product.stop();
    product.client.close();
    faults.close();
  }
}

async function cutAtMoment(
  { folder }: Bench,
  product: Product,
  book: Book,
  faults: DiskFaults,
  random: Random,
  count: number,
): Promise<Cuts> {
  faults.set('hold', 1);
  const until = Date.now() + holdLimitMs;
  while (faults.read('held') === 0 && Date.now() < until) await pause(2);
  await pause(arrivalMs);
  await product.kill(0);
  book.kills += 1;
  faults.set('hold', 0);
  faults.set('held', 0);
  const [lowest, highest] = [faults.read('logLowest'), faults.read('logHighest')];
  faults.set('logLowest', Number.POSITIVE_INFINITY);
  faults.set('logHighest', 0);
  const path = toDatabasePath(folder);
  const log = readFileSync(`${path}-wal`);
  // Beyond that lies what an earlier round of the log has left behind.
  const to = Math.min(highest === 0 ? log.length : highest, log.length);
  const from = Math.min(lowest, to);
  const accepted = toAccepted(book);
  const cuts: Cuts = { count, unsynced: to - from, accepted: accepted.length, damaged: [], lost: [] };
  const place = join(folder, 'cut');
  mkdirSync(place, { recursive: true });
  for (let cut = 0; cut < count; cut += 1) {
    const copy = join(place, 'copy.sqlite');
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
    copyFileSync(path, copy);
    const at = random.between(from, to);
    writeFileSync(`${copy}-wal`, random.chance(0.5) ? log.subarray(0, at) : spoil(log, from, to, random));
    look(copy, accepted, `kill ${book.kills}, cut at ${at} of ${from}–${to}`, cuts);
  }
  rmSync(place, { recursive: true });
  return cuts;
}

/** The ids of messages that somebody was told of. */
function toAccepted({ calls }: Book): string[] {
  return calls.flatMap(({ kind, told }) => {
    const body = told.find(({ status }) => status < 300)?.body as { messages?: { id: string }[] } | undefined;
    return kind === 'say' || kind === 'open' ? (body?.messages ?? []).map(({ id }) => id) : [];
  });
}

/** Some of the sectors that were not synced never reached the disk. */
function spoil(log: Buffer, from: number, to: number, random: Random): Buffer {
  const spoilt = Buffer.from(log);
  for (let start = Math.ceil(from / sector) * sector; start < to; start += sector) {
    if (random.chance(0.3)) spoilt.fill(0, start, Math.min(start + sector, to));
  }
  return spoilt;
}

function look(path: string, accepted: readonly string[], where: string, cuts: Cuts): void {
  try {
    const database = new Database(path);
    try {
      cuts.damaged.push(...findDamage(database).map((line) => `${where}: ${line}`));
      const rows = database.prepare('select id from messages').all() as { id: string }[];
      const kept = new Set(rows.map(({ id }) => id));
      const missing = accepted.filter((id) => !kept.has(id));
      if (missing.length > 0) cuts.lost.push(`${where}: ${missing.length} messages, such as ${missing[0]}`);
    } finally {
      database.close();
    }
  } catch (error) {
    cuts.damaged.push(`${where}: ${String(error)}`);
  }
}
