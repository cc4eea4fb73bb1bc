import { toCrashBot, type Word } from '../crash-bot.ts';
import { judge } from '../judge/judge.ts';
import type { Book } from '../load/book.ts';
import { createBook } from '../load/book.ts';
import { createCaller, pause } from '../load/caller.ts';
import { runCustomer, talk } from '../load/customer.ts';
import { runDesk } from '../load/desk.ts';
import { openOtherSystems } from '../product/other-systems.ts';
import { administrator, inviteAgents, type Person, publishBot, signIn } from '../product/people.ts';
import type { Product } from '../product/product.ts';
import type { Random } from '../random.ts';
import type { Check, Report } from '../report.ts';
import type { Bench } from './bench.ts';

/** A kill comes after so many answers at most, and some instant later; counted, since machines differ. */
const mostAnswers = 250;
const longestAfterMs = 25;
/** When answers do not come, it comes all the same. */
const longestLoadMs = 5_000;
/** A kill during the start comes this late at most. */
const longestStartMs = 700;
const desks = 8;
/** Every so many kills, what lies on the disk is opened as a copy and checked. */
const checkEvery = 10;
/** For timers and outgoing work to come to an end after the last kill. */
const settleLimitMs = 120_000;
/**
 * From so many kills on, a run waits until what a dead process had taken up is free again. Shorter ones make no
 * calls that a conversation waits for.
 */
const longRun = 50;
const calls: readonly Word[] = ['call', 'call'];

/**
 * Kills the server at random instants under load, starts it again, repeats what was not answered, and
 * compares what clients were told with what is stored.
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
    const agents = await prepare(product, systems.web);
    const load = startLoad(bench, product, book, agents);
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
      ...(await bench.checkReplay()),
    ];
    return { ...bench.toHead(), figures: { kills: book.kills, seconds, ...toFigures(book, stored) }, checks };
  } finally {
    await product.stop();
    await systems.close();
    product.client.close();
  }
}

async function prepare(product: Product, web: string): Promise<Person[]> {
  const { client, origin } = product;
  const ada = await signIn(client, origin, administrator);
  await publishBot(client, ada, toCrashBot(web));
  return inviteAgents(client, origin, ada, desks);
}

function startLoad({ options, random }: Bench, { client, whenUp }: Product, book: Book, agents: Person[]) {
  let stopped = false;
  const caller = createCaller({ client, book, whenUp });
  const customer = (index: number) => ({
    book,
    caller,
    random: random.fork(`conversation ${index}`),
    paceMs: 30,
    stopped: () => stopped,
    talk: options.kills >= longRun ? [...talk, ...calls] : talk,
  });
  const running = Array.from({ length: options.conversations }, (_, index) => {
    const agent = agents[index];
    return agent ? runDesk(customer(index), agent) : runCustomer(customer(index));
  });
  return {
    stop: async () => {
      stopped = true;
      await Promise.all(running);
    },
  };
}

async function killAgainAndAgain(
  { options, database }: Bench,
  product: Product,
  book: Book,
  random: Random,
): Promise<{ of: number; findings: string[] }> {
  const damage = { of: 0, findings: [] as string[] };
  while (book.kills < options.kills) {
    await waitForInstant(book, random);
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
  }
  return damage;
}

async function waitForInstant(book: Book, random: Random): Promise<void> {
  const enough = book.answers + random.between(0, mostAnswers);
  const until = Date.now() + longestLoadMs;
  while (book.answers < enough && Date.now() < until) await pause(2);
  await pause(random.between(0, longestAfterMs));
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
