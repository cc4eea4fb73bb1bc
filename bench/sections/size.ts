import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { computeMedian, computeRatio } from '../figures/statistics.ts';
import { type Figure, formatNumber } from '../figures/table.ts';
import { type Customers, createCustomers, type OpenConversation } from '../load/customers.ts';
import { driveCount, type Target } from '../load/drive.ts';
import { openConversations, toBaton } from '../servers/baton.ts';
import { lengthenConversations, multiplyConversations } from '../servers/multiply.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';

const active = 1_000;
const manyTalkers = 16;
/** So many calls each time, so that short conversations stay short. */
const callsAtOnce = 1_500;

/** Whether a message costs the same in a large database and in a long conversation as in small ones. */
export async function measureSizes(bench: Bench): Promise<Figure[]> {
  return [await measureDatabase(bench), await measureConversation(bench)];
}

/** Two servers, one with ten times as many earlier conversations as the options name, asked in turn. */
async function measureDatabase(bench: Bench): Promise<Figure> {
  const earlier = bench.options.conversations * 10;
  const [small, large] = [join(bench.folder, 'small'), join(bench.folder, 'large')];
  const conversations = await talkAlready(bench, small, active + 10, 2);
  cpSync(small, large, { recursive: true });
  bench.tell(`Adding ${formatNumber(earlier)} conversations …`);
  const old = conversations.slice(active).map(({ id }) => id);
  multiplyConversations(large, old, (earlier - old.length) / old.length);
  const servers = await Promise.all(
    [small, large].map((folder) => startServer(toBaton(bench.top, { folder }), bench.pinning)),
  );
  try {
    const talkers = conversations.slice(0, active);
    const targets = servers.map(({ port }) => toTarget(bench, port, createCustomers(talkers)));
    return await compare(
      bench,
      `a message with ${formatNumber(earlier)} earlier conversations over one with 10`,
      servers,
      targets,
    );
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    for (const folder of [small, large]) rmSync(folder, { recursive: true, force: true });
  }
}

/** One server with short and long conversations, asked in turn. */
async function measureConversation(bench: Bench): Promise<Figure> {
  const messages = Math.ceil(bench.options.conversations / 2);
  const folder = join(bench.folder, 'lengths');
  const conversations = await talkAlready(bench, folder, active + manyTalkers, 5);
  const long = conversations.slice(active);
  bench.tell(`Making conversations of ${formatNumber(messages)} messages …`);
  lengthenConversations(
    folder,
    long.map(({ id }) => id),
    messages,
  );
  const server = await startServer(toBaton(bench.top, { folder }), bench.pinning);
  try {
    const few = { ...bench, options: { ...bench.options, connections: manyTalkers } };
    const targets = [conversations.slice(0, active), long].map((talkers) =>
      toTarget(few, server.port, createCustomers(talkers)),
    );
    return await compare(
      bench,
      `a message in a conversation of ${formatNumber(messages)} over one of 10`,
      [server, server],
      targets,
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Conversations in which each customer has already said something. */
async function talkAlready(
  bench: Bench,
  folder: string,
  count: number,
  said: number,
): Promise<OpenConversation[]> {
  const server = await startServer(toBaton(bench.top, { folder }), bench.pinning);
  try {
    const conversations = await openConversations(server, count);
    await driveCount(toTarget(bench, server.port, createCustomers(conversations)), count * said);
    return conversations;
  } finally {
    await server.stop();
  }
}

async function compare(
  bench: Bench,
  what: string,
  servers: readonly RunningServer[],
  targets: readonly Target[],
): Promise<Figure> {
  const times: [number[], number[]] = [[], []];
  const cpu: [number[], number[]] = [[], []];
  const turns = bench.options.rounds * 3;
  for (let turn = -1; turn < turns; turn += 1) {
    for (const side of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const [server, target] = [servers[side], targets[side]];
      if (!server || !target) continue;
      const before = server.cpuTime();
      const took = await driveCount(target, callsAtOnce);
      // The first time warms the caches.
      if (turn < 0) continue;
      times[side].push(took / callsAtOnce);
      cpu[side].push((server.cpuTime() - before) / callsAtOnce);
    }
  }
  const ratio = computeRatio(times[1], times[0]);
  bench.tell(`  ${what}: ${formatNumber(ratio)}`);
  return {
    what,
    value: ratio,
    unit: '',
    must: { kind: 'below', value: 1.2 },
    detail: {
      byProcessorTime: computeMedian(cpu[1]) / computeMedian(cpu[0]),
      milliseconds: times,
      processorTime: cpu,
    },
  };
}

function toTarget({ options }: Bench, port: number, customers: Customers): Target {
  return { port, connections: options.connections, customers };
}
