import type { Bench } from '../bench.ts';
import { computePercentile } from '../figures/statistics.ts';
import { formatNumber } from '../figures/table.ts';
import { createCustomers } from '../load/customers.ts';
import { driveAtFull, driveAtRate } from '../load/drive.ts';
import type { Arena, Contender } from '../servers/arena.ts';
import { startServer } from '../servers/start-server.ts';
import { type Contents, findFault, toWorkPerMessage } from '../servers/work-done.ts';

/** One contender in one round. */
export interface Round {
  perSecond: number;
  /** Processor time of the server for a message, in microseconds. */
  cpuPerMessage: number;
  /** Share of its core that the load generator used; near 1 it is what limits. At a fixed rate it always is. */
  loadBusy: number;
  /** In milliseconds. */
  p50: number;
  p99: number;
  /** Rows and bytes that a message has added. */
  work: Contents;
  fault?: string;
}

/** The rounds of each contender, by its name. */
export type Rounds = ReadonlyMap<string, readonly Round[]>;

/**
 * All contenders in each round, one after the other, each on a copy of the same database; at full load, or at a fixed
 * rate. The order turns with the rounds, so that nobody always comes first.
 */
export async function runRounds(
  bench: Bench,
  arena: Arena,
  contenders: readonly Contender[],
  perSecond?: number,
): Promise<Rounds> {
  const before = await arena.withCopy((place) => arena.readContents(place));
  const rounds = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < bench.options.rounds; round += 1) {
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const measured = await arena.withCopy((place) =>
        runRound(bench, arena, { contender, place, before, perSecond }),
      );
      rounds.get(contender.name)?.push(measured);
      bench.tell(`  round ${round + 1}: ${toLine(contender.name, measured)}`);
    }
  }
  return rounds;
}

interface Setting {
  contender: Contender;
  place: string;
  before: Contents;
  perSecond: number | undefined;
}

async function runRound(
  { options, pinning }: Bench,
  arena: Arena,
  { contender, place, before, perSecond }: Setting,
): Promise<Round> {
  const server = await startServer(contender.toCommand(place), pinning);
  const cpu = { begin: 0, end: 0 };
  const load = { begin: 0, end: 0 };
  const timing = {
    ...options,
    onMeasure: (at: 'begin' | 'end') => {
      cpu[at] = server.cpuTime();
      load[at] = toMilliseconds(process.cpuUsage());
    },
  };
  const customers = createCustomers(arena.seed.conversations);
  const target = { port: server.port, connections: options.connections, customers };
  const driving =
    perSecond === undefined ? driveAtFull(target, timing) : driveAtRate(target, timing, perSecond);
  const driven = await driving.finally(server.stop);
  const work = toWorkPerMessage(before, await arena.readContents(place), driven.accepted);
  const fault = findFault(driven, work);
  return {
    perSecond: driven.perSecond,
    cpuPerMessage: ((cpu.end - cpu.begin) * 1000) / driven.latencies.length,
    loadBusy: (load.end - load.begin) / (options.seconds * 1000),
    p50: computePercentile(driven.latencies, 0.5),
    p99: computePercentile(driven.latencies, 0.99),
    work,
    ...(fault !== undefined && { fault }),
  };
}

function toMilliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

function toLine(name: string, { perSecond, cpuPerMessage, p99, work, fault }: Round): string {
  const added = Object.values(work);
  const rows = added.reduce((sum, table) => sum + table.rows, 0);
  const bytes = added.reduce((sum, table) => sum + table.bytes, 0);
  const told = `${name}: ${formatNumber(perSecond)} messages a second, ${formatNumber(cpuPerMessage)} µs each, p99 ${formatNumber(p99)} ms, ${formatNumber(rows)} new rows and ${formatNumber(bytes)} bytes each`;
  return fault === undefined ? told : `${told}; no result: ${fault}`;
}
