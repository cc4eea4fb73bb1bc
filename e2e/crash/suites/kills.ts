import type { Word } from '../crash-bot.ts';
import { judge } from '../judge/judge.ts';
import { type Book, createBook } from '../load/book.ts';
import { pause } from '../load/caller.ts';
import { prepareLoad, startLoad, talk, waitForAnswers } from '../load/start-load.ts';
import { openOtherSystems } from '../product/other-systems.ts';
import type { Product } from '../product/product.ts';
import type { Random } from '../random.ts';
import type { Check, Report } from '../report.ts';
import type { Bench } from './bench.ts';

/** A kill comes after so many answers at most, and some instant later; counted, since machines differ. */
const mostAnswers = { short: 100, long: 250 };
const longestAfterMs = 25;
/** When answers do not come, it comes all the same. */
const longestLoadMs = 5_000;
/** A kill during the start comes this late at most. */
const longestStartMs = 700;
/** How long a database server is away. */
const longestOutageMs = 1_500;
/** Every so many kills, what lies on the disk is opened as a copy and checked. */
const checkEvery = 10;
/** For timers and outgoing work to come to an end after the last kill. */
const settleLimitMs = 120_000;
/**
 * From so many kills on, a run waits until what a dead process had taken up is free again. Shorter ones make no
 * calls that a conversation waits for.
 */
const longRun = 50;
/** A call may meet one kill after another, above all on a busy machine; whoever goes on asking is answered. */
const patienceMs = 600_000;
const calls: readonly Word[] = ['call', 'call'];

/**
 * Kills the server at random instants under load, starts it again, repeats what was not answered, and
 * compares what clients were told with what is stored. A database server is stopped in between, too.
 */
export async function runKills(bench: Bench): Promise<Report> {
  const { options, random } = bench;
  const awaitsLeases = options.kills >= longRun;
  const systems = await openOtherSystems(awaitsLeases);
  const product = bench.createProduct({ BATON_ALLOW_HOSTS: systems.host, SMTP_URL: systems.smtp });
  const book = createBook();
  const began = Date.now();
  try {
    await product.start();
    const agents = await prepareLoad(product, systems.web);
    const { conversations } = options;
    const words = awaitsLeases ? [...talk, ...calls] : talk;
    const load = startLoad({ product, book, random, conversations, agents, talk: words, patienceMs });
    const damage = await killAgainAndAgain(bench, product, book, random.fork('kills'));
    await load.stop();
    const seconds = Math.round((Date.now() - began) / 1000);
    await settle(bench, awaitsLeases);
    const codes = await product.stop();
    const stored = await bench.database.read();
    const checks: Check[] = [
      ...judge(book, stored, systems.reached),
      {
        name: 'the database is whole',
        of: damage.of + 1,
        findings: [...damage.findings, ...(await bench.database.findDamage())],
      },
      { name: 'no server ends by itself', of: options.kills, findings: product.deaths() },
      {
        name: 'servers stop when asked to',
        of: codes.length,
        findings: codes.filter((code) => code !== 0).map((code) => `exit code ${code}`),
      },
      await bench.checkReplay(),
    ];
    return {
      ...bench.toHead(),
      figures: { kills: book.kills, 'database stops': damage.stops, seconds, ...toFigures(book, stored) },
      checks,
    };
  } finally {
    await product.stop();
    await systems.close();
    product.client.close();
  }
}

async function killAgainAndAgain(
  { options, database }: Bench,
  product: Product,
  book: Book,
  random: Random,
): Promise<{ of: number; findings: string[]; stops: number }> {
  const damage = { of: 0, findings: [] as string[], stops: 0 };
  const most = options.kills >= longRun ? mostAnswers.long : mostAnswers.short;
  while (book.kills < options.kills) {
    await waitForAnswers(book, random.between(0, most), longestLoadMs);
    await pause(random.between(0, longestAfterMs));
    const index = random.between(0, product.processes - 1);
    await product.kill(index);
    book.kills += 1;
    if (random.chance(0.15)) {
      product.launch(index);
      await pause(random.between(0, longestStartMs));
      await product.kill(index);
    }
    if (book.kills % checkEvery === 0) {
      damage.of += 1;
      damage.findings.push(
        ...(await database.findDamage()).map((line) => `after kill ${book.kills}: ${line}`),
      );
    }
    await product.start();
    const isTime = Math.floor((book.kills * options.stops) / options.kills) > damage.stops;
    if (!database.interrupt || !isTime) continue;
    await waitForAnswers(book, random.between(0, most), longestLoadMs);
    await database.interrupt(() => pause(random.between(0, longestOutageMs)));
    damage.stops += 1;
  }
  return damage;
}

/** Waits until timers and outgoing work have come to an end, or not within their time, which is then found. */
async function settle({ database }: Bench, awaitsLeases: boolean): Promise<void> {
  const until = Date.now() + settleLimitMs;
  while ((await database.countOpenWork(awaitsLeases)) > 0 && Date.now() < until) await pause(300);
}

function toFigures(book: Book, stored: { messages: unknown[]; events: unknown[]; outbox: unknown[] }) {
  const repeats = book.calls.filter(({ sent }) => sent > 1);
  return {
    calls: book.calls.length,
    'sent more than once': repeats.length,
    misused: book.misuses.length,
    messages: stored.messages.length,
    events: stored.events.length,
    'outgoing work': stored.outbox.length,
  };
}
