import { toCrashBot, type Word } from '../crash-bot.ts';
import { administrator, inviteAgents, type Person, publishBot, signIn } from '../product/people.ts';
import type { Product } from '../product/product.ts';
import type { Random } from '../random.ts';
import type { Book } from './book.ts';
import { createCaller } from './caller.ts';
import { runCustomer } from './customer.ts';
import { runDesk } from './desk.ts';

const desks = 8;
const paceMs = 30;

/** What customers of the bot say, by how often. */
export const talk: readonly Word[] = [
  ...Array<Word>(8).fill('plain'),
  ...Array<Word>(3).fill('note'),
  ...Array<Word>(2).fill('memo'),
  ...Array<Word>(2).fill('think'),
  'remember',
  'remember',
  'label',
];

export interface LoadOptions {
  product: Product;
  book: Book;
  random: Random;
  conversations: number;
  talk?: readonly Word[];
  agents?: readonly Person[];
  /** How long a call is repeated before that counts as a fault. */
  patienceMs?: number;
}

/** Publishes the crash bot and invites the agents that the load needs. */
export async function prepareLoad({ client, origin }: Product, web: string): Promise<Person[]> {
  const ada = await signIn(client, origin, administrator);
  await publishBot(client, ada, toCrashBot(web));
  return inviteAgents(client, origin, ada, desks);
}

/** Lets customers and agents write until it is stopped; the stop waits for every last answer. */
export function startLoad(options: LoadOptions): { stop(): Promise<void> } {
  const { product, book, random, conversations, agents = [], patienceMs } = options;
  let stopped = false;
  const caller = createCaller({ client: product.client, book, whenUp: product.whenUp, patienceMs });
  const customer = (index: number) => ({
    book,
    caller,
    random: random.fork(`conversation ${index}`),
    paceMs,
    stopped: () => stopped,
    talk: options.talk ?? talk,
  });
  const running = Array.from({ length: conversations }, (_, index) => {
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

/** Waits for so many answers more, or so long at most. */
export async function waitForAnswers(book: Book, count: number, limitMs: number): Promise<void> {
  const enough = book.answers + count;
  const until = Date.now() + limitMs;
  while (book.answers < enough && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 2));
}
