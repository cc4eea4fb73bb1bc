import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDiskFaults, type DiskFaults } from '../disk/disk-faults.ts';
import { isSmallDisk, mountSmallDisk } from '../disk/small-disk.ts';
import { judge } from '../judge/judge.ts';
import { type Book, createBook } from '../load/book.ts';
import { pause } from '../load/caller.ts';
import { prepareLoad, startLoad, waitForAnswers } from '../load/start-load.ts';
import { openOtherSystems } from '../product/other-systems.ts';
import type { Product } from '../product/product.ts';
import type { Random } from '../random.ts';
import type { Check, Report } from '../report.ts';
import type { Bench } from './bench.ts';

/** Shares of 10,000. */
const twoPercent = 200;
const all = 10_000;
const answersEach = 300;
const limitEachMs = 20_000;
const outageMs = 4_000;
const kills = 5;
const settleLimitMs = 30_000;
/** Longer than the whole run: whoever goes on asking is answered in the end. */
const patienceMs = 300_000;

/** A part of the run: what the disk does, and whether clients get through meanwhile. */
interface Phase {
  name: string;
  answers: number;
  later: number;
  seconds: number;
}

/**
 * Failing writes and syncs, and a full disk, under load: nothing that was acknowledged is lost, clients are told
 * to try later, and succeed later.
 */
export async function runFaults(bench: Bench): Promise<Report> {
  const { options, random, folder } = bench;
  if (options.store !== 'sqlite') throw new Error('Faults of the disk are put under SQLite only.');
  const data = join(folder, 'data');
  const faults = createDiskFaults(folder, data, options.seed);
  const disk = mountSmallDisk(data);
  const systems = await openOtherSystems(false);
  const product = bench.createProduct({
    ...faults.environment,
    BATON_ALLOW_HOSTS: systems.host,
    SMTP_URL: systems.smtp,
    LOG_LEVEL: 'fatal',
  });
  const book = createBook();
  try {
    await product.start();
    const agents = await prepareLoad(product, systems.web);
    const { conversations } = options;
    const load = startLoad({ product, book, random, conversations, agents, patienceMs });
    const phases = await runPhases(bench, product, book, faults, random.fork('faults'));
    faults.set('writeFails', 0);
    faults.set('syncFails', 0);
    await load.stop();
    const until = Date.now() + settleLimitMs;
    while ((await bench.database.countOpenWork(false)) > 0 && Date.now() < until) await pause(300);
    await product.stop();
    const stored = await bench.database.read();
    return {
      ...bench.toHead(),
      figures: toFigures(book, faults),
      checks: [
        ...judge(book, stored, systems.reached),
        ...checkPhases(phases, faults),
        { name: 'the database is whole', of: 1, findings: await bench.database.findDamage() },
        { name: 'no server ends by itself', of: kills, findings: product.deaths() },
        await bench.checkReplay(),
      ],
    };
  } finally {
    await product.stop();
    await systems.close();
    product.client.close();
    faults.close();
    disk?.unmount();
  }
}

async function runPhases(
  { folder }: Bench,
  product: Product,
  book: Book,
  faults: DiskFaults,
  random: Random,
): Promise<Phase[]> {
  const phases: Phase[] = [];
  const during = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    const before = { answers: book.answers, later: book.later, at: Date.now() };
    await run();
    const answers = book.answers - before.answers;
    const later = book.later - before.later;
    const seconds = Math.round((Date.now() - before.at) / 1000);
    phases.push({ name, answers, later, seconds });
    process.stdout.write(`  ${name}: ${answers} answers, ${later} told to try later, ${seconds} s\n`);
  };
  const work = () => waitForAnswers(book, answersEach, limitEachMs);
  await during('a sound disk', work);
  faults.set('writeFails', twoPercent);
  faults.set('syncFails', twoPercent);
  await during('writes and syncs fail at 2 %', work);
  await during('the same, and kills', () => killUnderFaults(product, book, faults, random));
  faults.set('writeFails', 0);
  faults.set('syncFails', all);
  await during('no sync succeeds', () => pause(outageMs));
  faults.set('syncFails', 0);
  await during('a sound disk after failed syncs', work);
  faults.set('full', 1);
  await during('no room', () => pause(outageMs));
  faults.set('full', 0);
  await during('a sound disk after no room', work);
  if (isSmallDisk(join(folder, 'data'))) {
    const ballast = join(folder, 'data', 'ballast');
    fill(ballast);
    await during('a file system without room', () => pause(outageMs));
    rmSync(ballast);
    await during('a file system with room again', work);
  }
  return phases;
}

/** A start is left alone: a server that cannot write then says so and ends, which is not what is looked at here. */
async function killUnderFaults(
  product: Product,
  book: Book,
  faults: DiskFaults,
  random: Random,
): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    await waitForAnswers(book, random.between(20, 100), 5_000);
    await product.kill(0);
    book.kills += 1;
    faults.set('writeFails', 0);
    faults.set('syncFails', 0);
    await product.start();
    faults.set('writeFails', twoPercent);
    faults.set('syncFails', twoPercent);
  }
}

/** Writes until nothing more fits. */
function fill(path: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  for (const size of [1 << 20, 1 << 12]) {
    const piece = Buffer.alloc(size, 1);
    try {
      for (;;) writeFileSync(path, piece, { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

function checkPhases(phases: readonly Phase[], faults: DiskFaults): Check[] {
  const injected = ['failedWrites', 'failedSyncs', 'refused'] as const;
  const silent = phases.filter(({ name }) => /^no |without room/.test(name));
  const sound = phases.filter(({ name }) => /^a sound|again/.test(name));
  return [
    {
      name: 'the faults were there',
      of: injected.length,
      findings: injected.filter((slot) => faults.read(slot) === 0).map((slot) => `${slot} is 0`),
    },
    {
      name: 'clients are told to try later',
      of: silent.length,
      findings: silent.filter(({ later }) => later === 0).map(({ name }) => name),
    },
    {
      name: 'clients get through once the disk is sound',
      of: sound.length,
      findings: sound
        .filter(({ answers }) => answers < answersEach)
        .map(({ name, answers }) => `${name}: ${answers}`),
    },
  ];
}

function toFigures(book: Book, faults: DiskFaults): Report['figures'] {
  return {
    calls: book.calls.length,
    kills: book.kills,
    'failed writes': faults.read('failedWrites'),
    'failed syncs': faults.read('failedSyncs'),
    'refused for want of room': faults.read('refused'),
    'told to try later': book.later,
  };
}
