import { computeMedian, computeRatio } from '../figures/statistics.ts';
import { type Figure, formatNumber } from '../figures/table.ts';
import type { Round, Rounds } from './round.ts';

/** Highest throughput of Baton on SQLite over that of each bare server. */
export function toSqliteFigures(rounds: Rounds): Figure[] {
  const isOld = Number(process.versions.node.split('.')[0]) < 22;
  const limits = { 'bare Express': isOld ? 1.2 : 0.8, 'bare node:http': 0.5, 'naive Express': 3 };
  return [
    ...Object.entries(limits).map(([name, limit]) => toRatioFigure(rounds, 'Baton', name, limit)),
    ...toToldFigures(rounds),
  ];
}

/** The same on PostgreSQL. */
export function toPostgresFigures(rounds: Rounds): Figure[] {
  return [
    toRatioFigure(rounds, 'Baton on PostgreSQL', 'bare Express on PostgreSQL', 0.7),
    ...toToldFigures(rounds),
  ];
}

/** The median of a contender's throughput, in messages a second. */
export function highestOf(rounds: Rounds, name: string): number {
  return computeMedian((rounds.get(name) ?? []).map(({ perSecond }) => perSecond));
}

function toRatioFigure(rounds: Rounds, ours: string, name: string, limit: number): Figure {
  const [baton, other] = [rounds.get(ours) ?? [], rounds.get(name) ?? []];
  const of = (ones: readonly Round[], what: 'perSecond' | 'cpuPerMessage') => ones.map((one) => one[what]);
  const sameWork = computeRatio(other.map(toBytes), baton.map(toBytes));
  const unlike =
    Math.abs(sameWork - 1) > 0.1 ? `it wrote ${formatNumber(sameWork)} times Baton's bytes` : undefined;
  const fault = [...baton, ...other].find((round) => round.fault !== undefined)?.fault ?? unlike;
  return {
    what: `messages a second against ${name}`,
    value: computeRatio(of(baton, 'perSecond'), of(other, 'perSecond')),
    unit: '',
    must: { kind: 'at least', value: limit },
    detail: {
      byProcessorTime: computeRatio(of(other, 'cpuPerMessage'), of(baton, 'cpuPerMessage')),
      baton,
      other,
    },
    ...(fault !== undefined && { fault }),
  };
}

function toBytes({ work }: Round): number {
  return Object.values(work).reduce((sum, { bytes }) => sum + bytes, 0);
}

function toToldFigures(rounds: Rounds): Figure[] {
  return [...rounds].map(([name, ones]) => {
    const cpu = computeMedian(ones.map(({ cpuPerMessage }) => cpuPerMessage));
    return {
      what: `  ${name} (${formatNumber(cpu)} µs of processor time each)`,
      value: highestOf(rounds, name),
      unit: 'a second',
      detail: {},
    };
  });
}
