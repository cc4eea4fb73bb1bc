import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countLogSyncs, findEarlyAnswer, readTrace } from '../disk/read-trace.ts';
import { createBook } from '../load/book.ts';
import { prepareLoad, startLoad, waitForAnswers } from '../load/start-load.ts';
import type { Report } from '../report.ts';
import type { Bench } from './bench.ts';

const answers = 400;
const limitMs = 90_000;
/** Enough of each write to show a whole page of the log, or a whole answer. */
const shown = '6000';
const traced = 'trace=pwrite64,write,writev,sendto,sendmsg,fsync,fdatasync';

/** By the calls of the system: each message is written to the log, the log is synced, and then it is answered. */
export async function runSyncs(bench: Bench): Promise<Report> {
  const { options, random, folder } = bench;
  if (options.store !== 'sqlite') throw new Error('The syncs of PostgreSQL are its own.');
  if (spawnSync('strace', ['-V']).error)
    throw new Error('The syncs are seen by strace: install it (Debian: apt-get install strace).');
  const trace = join(folder, 'trace.txt');
  const product = bench.createProduct();
  const book = createBook();
  try {
    await product.start();
    const agents = await prepareLoad(product, 'http://127.0.0.1:9');
    const ended = await follow(product.pids()[0] ?? 0, trace);
    const load = startLoad({ product, book, random, conversations: options.conversations, agents });
    await waitForAnswers(book, answers, limitMs);
    await load.stop();
    await product.stop();
    await ended();
    const calls = readTrace(readFileSync(trace, 'utf8'));
    const told = book.calls.filter((call) => call.kind === 'say' && call.told[0]?.status === 200);
    const findings = told.flatMap(({ token }) => {
      const fault = findEarlyAnswer(calls, token);
      return fault === undefined ? [] : [`${token}: ${fault}`];
    });
    return {
      ...bench.toHead(),
      figures: {
        messages: told.length,
        'syncs of the log': countLogSyncs(calls),
        'calls seen': calls.length,
      },
      checks: [
        { name: 'the log is synced between write and answer', of: told.length, findings },
        { name: 'messages were answered', of: answers, findings: told.length > 0 ? [] : ['none'] },
      ],
    };
  } finally {
    await product.stop();
    product.client.close();
  }
}

/** Writes down what a process asks of the system from now on; what is answered waits for the end of it. */
async function follow(pid: number, trace: string): Promise<() => Promise<void>> {
  const args = ['-f', '-y', '-s', shown, '-e', traced, '-o', trace, '-p', String(pid)];
  const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes('attached')) resolve();
    });
    child.once('close', () => reject(new Error(`strace could not follow the server: ${said}`)));
  });
  return () => ended;
}
