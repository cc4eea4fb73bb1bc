import { parseArgs } from 'node:util';
import { type Breakage, breakages } from './product/breakages.ts';

export const suites = ['kills', 'races', 'streams', 'faults', 'syncs', 'cuts'] as const;
export type SuiteName = (typeof suites)[number];
export type StoreName = 'sqlite' | 'postgres';

export interface Options {
  suite: SuiteName;
  store: StoreName;
  seed: number;
  kills: number;
  /** How often the database server is stopped besides, where there is one. */
  stops: number;
  conversations: number;
  rounds: number;
  port: number;
  break: Breakage | null;
  /** Keeps the data and the logs, which are removed after a clean run otherwise. */
  keep: boolean;
  /** Where the figures are written as JSON besides; empty: nowhere. */
  report: string;
}

const usage = `Usage: npm run crash -- [${suites.join(' | ')}] [--store sqlite|postgres] [--seed n]
         [--kills n] [--stops n] [--conversations n] [--rounds n] [--port n] [--break ${Object.keys(breakages).join('|')}] [--keep] [--report file]`;

/** Reads the command line; what is wrong with it is an error that says how it is meant. */
export function parseOptions(args: string[], anySeed: number): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      store: { type: 'string', default: 'sqlite' },
      seed: { type: 'string', default: String(anySeed) },
      kills: { type: 'string', default: '200' },
      stops: { type: 'string', default: '20' },
      conversations: { type: 'string', default: '50' },
      rounds: { type: 'string', default: '' },
      port: { type: 'string', default: '4450' },
      break: { type: 'string' },
      keep: { type: 'boolean', default: false },
      report: { type: 'string', default: '' },
    },
  });
  const suite = positionals[0] ?? 'kills';
  const { store, rounds } = values;
  if (!isOneOf(suite, suites)) throw new Error(`There is no ${suite}.\n${usage}`);
  if (!isOneOf(store, ['sqlite', 'postgres'] as const))
    throw new Error(`No store is called ${store}.\n${usage}`);
  const broken = values.break ?? null;
  if (broken !== null && !isOneOf(broken, Object.keys(breakages) as Breakage[]))
    throw new Error(`Nothing is broken by ${broken}.\n${usage}`);
  return {
    suite,
    store,
    seed: toNumber('seed', values.seed),
    kills: toNumber('kills', values.kills),
    stops: toNumber('stops', values.stops),
    conversations: toNumber('conversations', values.conversations),
    rounds: rounds === '' ? 0 : toNumber('rounds', rounds),
    port: toNumber('port', values.port),
    break: broken,
    keep: values.keep,
    report: values.report,
  };
}

function isOneOf<Item extends string>(value: string, items: readonly Item[]): value is Item {
  return (items as readonly string[]).includes(value);
}

function toNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new Error(`--${name} must be a whole number, not ${text}.\n${usage}`);
  return number;
}
