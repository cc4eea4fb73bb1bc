import { join } from 'node:path';
import type { Bench, Seed } from '../bench.ts';
import { computeMedian, computePercentile, computeRatio } from '../figures/statistics.ts';
import { type Figure, formatNumber } from '../figures/table.ts';
import { createCustomers } from '../load/customers.ts';
import { driveAtFull } from '../load/drive.ts';
import type { Contender, createContenders } from '../servers/contenders.ts';
import { onCopy } from '../servers/seed.ts';
import { startServer } from '../servers/start-server.ts';
import { type Contents, findFault, readContents, toWorkPerMessage } from '../servers/work-done.ts';

/** One contender in one round. */
export interface Round {
  perSecond: number;
  /** Processor time of the server for a message, in microseconds. */
  cpuPerMessage: number;
  /** In milliseconds, with every connection busy. */
  p50: number;
  p99: number;
  /** Rows and bytes that a message has added. */
  work: Contents;
  fault?: string;
}

/** Highest throughput of Baton and the bare servers, all in turn in each round. */
export async function measureThroughput(
  bench: Bench,
  seed: Seed,
  contenders: ReturnType<typeof createContenders>,
): Promise<{ figures: Figure[]; highest: number }> {
  const before = readContents(join(seed.folder, 'baton.sqlite'));
  const all = Object.values(contenders);
  const rounds = new Map<string, Round[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round < bench.options.rounds; round += 1) {
    for (const contender of inTurn(all, round)) {
      const measured = await onCopy(bench, seed, (folder) =>
        runRound(bench, seed, contender, folder, before),
      );
      rounds.get(contender.name)?.push(measured);
      bench.tell(`  round ${round + 1}: ${toLine(contender.name, measured)}`);
    }
  }
  return toFigures(rounds);
}

/** The order turns with the rounds, so that nobody always comes first. */
export function inTurn<T>(all: readonly T[], round: number): T[] {
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

async function runRound(
  bench: Bench,
  seed: Seed,
  contender: Contender,
  folder: string,
  before: Contents,
): Promise<Round> {
  const { options, pinning } = bench;
  const server = await startServer(contender.toCommand(folder), pinning);
  const cpu = { begin: 0, end: 0 };
  const target = {
    port: server.port,
    connections: options.connections,
    customers: createCustomers(seed.conversations),
  };
  const driven = await driveAtFull(target, {
    ...options,
    onMeasure: (at) => {
      cpu[at] = server.cpuTime();
    },
  }).finally(server.stop);
  const work = toWorkPerMessage(before, readContents(join(folder, 'baton.sqlite')), driven.accepted);
  const fault = findFault(driven, work);
  return {
    perSecond: driven.perSecond,
    cpuPerMessage: ((cpu.end - cpu.begin) * 1000) / driven.latencies.length,
    p50: computePercentile(driven.latencies, 0.5),
    p99: computePercentile(driven.latencies, 0.99),
    work,
    ...(fault !== undefined && { fault }),
  };
}

function toFigures(rounds: ReadonlyMap<string, Round[]>): { figures: Figure[]; highest: number } {
  const of = (name: string) => rounds.get(name) ?? [];
  const highest = computeMedian(of('Baton').map(({ perSecond }) => perSecond));
  const isOld = Number(process.versions.node.split('.')[0]) < 22;
  const limits = { 'bare Express': isOld ? 1.2 : 0.8, 'bare node:http': 0.5, 'naive Express': 3 };
  const ratios = Object.entries(limits).map(([name, value]) => toRatio(of('Baton'), of(name), name, value));
  const told = [...rounds].map(([name, ones]) => toTold(name, ones));
  return { figures: [...ratios, ...told], highest };
}

/** Baton's throughput over another's; also used where both work on PostgreSQL. */
export function toRatio(
  baton: readonly Round[],
  other: readonly Round[],
  name: string,
  value: number,
): Figure {
  const fault = [...baton, ...other].find((round) => round.fault !== undefined)?.fault;
  return {
    what: `messages a second against ${name}`,
    value: computeRatio(
      baton.map(({ perSecond }) => perSecond),
      other.map(({ perSecond }) => perSecond),
    ),
    unit: '',
    must: { kind: 'at least', value },
    detail: {
      byProcessorTime: computeRatio(
        other.map(({ cpuPerMessage }) => cpuPerMessage),
        baton.map(({ cpuPerMessage }) => cpuPerMessage),
      ),
      baton,
      other,
    },
    ...(fault !== undefined && { fault }),
  };
}

function toTold(name: string, rounds: readonly Round[]): Figure {
  const perSecond = computeMedian(rounds.map((round) => round.perSecond));
  const cpu = computeMedian(rounds.map((round) => round.cpuPerMessage));
  return {
    what: `  ${name} (${formatNumber(cpu)} µs of processor time each)`,
    value: perSecond,
    unit: 'a second',
    detail: {},
  };
}

function toLine(name: string, { perSecond, cpuPerMessage, p99, work, fault }: Round): string {
  const added = Object.values(work);
  const rows = added.reduce((sum, table) => sum + table.rows, 0);
  const bytes = added.reduce((sum, table) => sum + table.bytes, 0);
  const told = `${name}: ${formatNumber(perSecond)} messages a second, ${formatNumber(cpuPerMessage)} µs each, p99 ${formatNumber(p99)} ms, ${formatNumber(rows)} new rows and ${formatNumber(bytes)} bytes each`;
  return fault === undefined ? told : `${told} — NO RESULT: ${fault}`;
}
