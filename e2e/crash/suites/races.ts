import { toCrashBot, waitEnds } from '../crash-bot.ts';
import { checkOwner } from '../judge/check-desk.ts';
import { checkLog } from '../judge/check-log.ts';
import { createBook } from '../load/book.ts';
import { createCaller } from '../load/caller.ts';
import type { CustomerOptions } from '../load/customer.ts';
import { administrator, inviteAgents, type Person, publishBot, signIn } from '../product/people.ts';
import type { Product } from '../product/product.ts';
import type { Report } from '../report.ts';
import type { Bench } from './bench.ts';
import { raceForOwner } from './race-for-owner.ts';
import { raceToJoin } from './race-to-join.ts';

const agentCount = 50;
const defaultRounds = 1_000;
/** So short that waiting ends while others still join and write. */
const waitMinutes = 0.005;

/** Many agents join one conversation at once; then joins, resolves, messages and timeouts race each other. */
export async function runRaces(bench: Bench): Promise<Report> {
  const { options, random } = bench;
  const rounds = options.rounds || defaultRounds;
  const joins = Math.max(1, Math.round(rounds / 5));
  const product = bench.createProduct();
  const book = createBook();
  try {
    await product.start();
    const agents = await prepare(product);
    const caller = createCaller({ client: product.client, book, whenUp: product.whenUp });
    const customer = (name: string): CustomerOptions => ({
      book,
      caller,
      random: random.fork(name),
      paceMs: 0,
      stopped: () => false,
      talk: ['plain'],
    });
    const joined = await raceToJoin(product.client, customer('joins'), agents, joins);
    const raced = await raceForOwner(product.client, customer, agents, rounds);
    await product.stop();
    const stored = await bench.database.read();
    return {
      ...bench.toHead(),
      figures: {
        agents: agents.length,
        joins,
        rounds,
        ...raced.figures,
        'waits that ended': stored.messages.filter(({ parts }) => parts.includes(waitEnds.busy)).length,
        messages: stored.messages.length,
      },
      checks: [
        ...joined.checks,
        ...raced.checks,
        { name: 'every call is answered in the end', of: book.calls.length, findings: book.faults },
        ...checkOwner(stored),
        ...checkLog(stored),
        { name: 'the database is whole', of: 1, findings: await bench.database.findDamage() },
        { name: 'no server ends by itself', of: product.processes, findings: product.deaths() },
        await bench.checkReplay(),
      ],
    };
  } finally {
    await product.stop();
    product.client.close();
  }
}

async function prepare({ client, origin }: Product): Promise<Person[]> {
  const ada = await signIn(client, origin, administrator);
  // Nobody listens there: what a flow calls has failed.
  await publishBot(client, ada, toCrashBot('http://127.0.0.1:9', waitMinutes));
  return inviteAgents(client, origin, ada, agentCount);
}
