import type { Bench } from '../bench.ts';
import { computeMedian } from '../figures/statistics.ts';
import { type Figure, formatNumber } from '../figures/table.ts';
import type { Arena, Contender } from '../servers/arena.ts';
import { runRounds } from './round.ts';

/**
 * How much later the slowest hundredth of answers comes than a bare server's, both under half of Baton's highest load.
 * Calls are sent when they are due and not when the last one was answered, so a stall is counted in full.
 */
export async function measureLatency(
  bench: Bench,
  arena: Arena,
  contenders: { baton: Contender; express: Contender; nodeHttp: Contender },
  highest: number,
): Promise<Figure[]> {
  const perSecond = Math.round(highest / 2);
  const { baton, express, nodeHttp } = contenders;
  bench.tell(`Latency at ${formatNumber(perSecond)} messages a second:`);
  const rounds = await runRounds(bench, arena, [baton, express, nodeHttp], perSecond);
  const ours = rounds.get(baton.name) ?? [];
  return [express, nodeHttp].map(({ name }) => {
    const theirs = rounds.get(name) ?? [];
    const fault = [...ours, ...theirs].find((round) => round.fault !== undefined)?.fault;
    return {
      what: `p99 at ${formatNumber(perSecond)} a second, more than ${name}`,
      value: computeMedian(ours.map(({ p99 }, round) => p99 - (theirs[round]?.p99 ?? Number.NaN))),
      unit: 'ms',
      must: { kind: 'below', value: 25 },
      detail: { baton: ours, other: theirs },
      ...(fault !== undefined && { fault }),
    };
  });
}
