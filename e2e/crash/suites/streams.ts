import { toCrashBot } from '../crash-bot.ts';
import { checkLog } from '../judge/check-log.ts';
import type { Stored, StoredMessage } from '../judge/stored.ts';
import { type Book, createBook } from '../load/book.ts';
import { createCaller, pause } from '../load/caller.ts';
import { type Chat, type CustomerOptions, openChat, say } from '../load/customer.ts';
import { createStreamReader, type StreamReader } from '../load/stream-reader.ts';
import { administrator, publishBot, signIn } from '../product/people.ts';
import type { Product } from '../product/product.ts';
import type { Check, Report } from '../report.ts';
import type { Bench } from './bench.ts';

const chatCount = 20;
const readersEach = 10;
const messageCount = 10_000;
const killCount = 5;
/** For readers to come to the end of the log after the last message. */
const catchUpMs = 30_000;

/** Readers who lose their connection again and again, while the server is killed, must get exactly the log. */
export async function runStreams(bench: Bench): Promise<Report> {
  const { options, random } = bench;
  const product = bench.createProduct();
  const book = createBook();
  const readers: StreamReader[] = [];
  try {
    await product.start();
    const ada = await signIn(product.client, product.origin, administrator);
    await publishBot(product.client, ada, toCrashBot('http://127.0.0.1:9'));
    const writers = await openChats(bench, product, book);
    for (const { chat } of writers) {
      for (let index = 0; index < readersEach; index += 1) {
        const own = random.fork(`reader ${readers.length}`);
        readers.push(
          createStreamReader({ chat, random: own, toBase: product.toBase, whenUp: product.whenUp }),
        );
      }
    }
    const reading = readers.map((reader) => reader.run());
    const each = Math.ceil((options.rounds || messageCount) / writers.length / 2);
    await Promise.all([
      ...writers.map(({ customer, chat }) => write(customer, chat, each)),
      killInBetween(product, book, (writers.length * each) / (killCount + 1), random.fork('kills')),
    ]);
    const stored = await bench.database.read();
    await waitForReaders(readers, stored);
    for (const reader of readers) reader.stop();
    await Promise.all(reading);
    await product.stop();
    return {
      ...bench.toHead(),
      figures: toFigures(readers, stored, book),
      checks: toChecks(readers, stored, book, product),
    };
  } finally {
    for (const reader of readers) reader.stop();
    await product.stop();
    product.client.close();
  }
}

interface Writer {
  customer: CustomerOptions;
  chat: Chat;
}

async function openChats({ random }: Bench, product: Product, book: Book): Promise<Writer[]> {
  const caller = createCaller({ client: product.client, book, whenUp: product.whenUp });
  const writers: Writer[] = [];
  for (let index = 0; index < chatCount; index += 1) {
    const own = random.fork(`writer ${index}`);
    const customer = { book, caller, random: own, paceMs: 0, stopped: () => false, talk: [] };
    const chat = await openChat(customer);
    if (chat) writers.push({ customer, chat });
  }
  return writers;
}

/** Each message of the customer is echoed by one of the bot. */
async function write(customer: CustomerOptions, chat: Chat, count: number): Promise<void> {
  for (let said = 0; said < count; said += 1) await say(customer, chat, 'plain');
}

async function killInBetween(
  product: Product,
  book: Book,
  every: number,
  random: ReturnType<Bench['random']['fork']>,
): Promise<void> {
  for (let kill = 1; kill <= killCount; kill += 1) {
    while (book.answers < kill * every) await pause(5);
    const index = random.between(0, product.processes - 1);
    await product.kill(index);
    book.kills += 1;
    await product.start();
  }
}

async function waitForReaders(readers: readonly StreamReader[], { conversations }: Stored): Promise<void> {
  const ends = new Map(conversations.map(({ id, lastNumber }) => [id, lastNumber]));
  const until = Date.now() + catchUpMs;
  const isThere = ({ chat, received }: StreamReader) =>
    (received.at(-1)?.id ?? 0) >= (ends.get(chat.id) ?? 0);
  while (!readers.every(isThere) && Date.now() < until) await pause(50);
}

function toChecks(readers: readonly StreamReader[], stored: Stored, book: Book, product: Product): Check[] {
  const log = new Map<string, StoredMessage[]>();
  for (const message of stored.messages) {
    log.set(message.conversation, [...(log.get(message.conversation) ?? []), message]);
  }
  return [
    { name: 'every call is answered in the end', of: book.calls.length, findings: book.faults },
    {
      name: 'nothing comes out of order or with a gap',
      of: readers.length,
      findings: readers.flatMap(({ faults }) => faults),
    },
    {
      name: 'each reader got exactly the log',
      of: readers.length,
      findings: readers.flatMap((reader, index) =>
        compare(reader, log.get(reader.chat.id) ?? []).map((fault) => `reader ${index}: ${fault}`),
      ),
    },
    ...checkLog(stored),
    { name: 'no server ends by itself', of: killCount, findings: product.deaths() },
  ];
}

/** The first difference between what a reader has and what is stored. */
function compare({ received }: StreamReader, log: readonly StoredMessage[]): string[] {
  if (received.length !== log.length) return [`has ${received.length} of ${log.length} messages`];
  const at = received.findIndex(({ data }, index) => !isSame(data, log[index]!));
  return at < 0 ? [] : [`message ${at + 1} is not the one that is stored`];
}

function isSame(data: string, { id, number, parts }: StoredMessage): boolean {
  const message = JSON.parse(data) as { id: string; number: number; parts: unknown };
  return message.id === id && message.number === number && JSON.stringify(message.parts) === parts;
}

function toFigures(readers: readonly StreamReader[], stored: Stored, book: Book): Report['figures'] {
  return {
    readers: readers.length,
    messages: stored.messages.length,
    received: readers.reduce((sum, { received }) => sum + received.length, 0),
    connections: readers.reduce((sum, { connections }) => sum + connections(), 0),
    kills: book.kills,
  };
}
