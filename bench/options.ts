import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
export const sections = ['interpreter', 'sqlite', 'latency', 'streams', 'start', 'postgres', 'size'] as const;
export type Section = (typeof sections)[number];

export interface Options {
  only: Section[];
  rounds: number;
  /** How long each round is measured, and how long it runs before that; in seconds. */
  seconds: number;
  warmup: number;
  connections: number;
  conversations: number;
  /** Where the figures are written as JSON. */
  json: string;
  /** Where a profile of Baton under load is written; undefined: none is made. */
  profile: string | undefined;
}

export const usage = `npm run bench -- [options]
  --only <names>         some of ${sections.join(', ')}, with commas
  --quick                one short round with few conversations: shows that it works, not how fast
  --rounds <count>       rounds of each comparison (5)
  --seconds <count>      how long each round is measured (6)
  --warmup <count>       how long it runs before that (3)
  --connections <count>  (64)
  --conversations <count> (10000)
  --json <file>          where the figures are written (bench-results.json)
  --profile <folder>     profile Baton under full load instead, and say where its time goes;
                         with --only postgres on PostgreSQL`;

/** Reads the command line; throws a sentence that says what is wrong. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      warmup: { type: 'string' },
      connections: { type: 'string' },
      conversations: { type: 'string' },
      json: { type: 'string', default: 'bench-results.json' },
      profile: { type: 'string' },
    },
  });
  const standard = values.quick
    ? { rounds: 1, seconds: 2, warmup: 1, conversations: 500 }
    : { rounds: 5, seconds: 6, warmup: 3, conversations: 10_000 };
  return {
    only: toSections(values.only),
    rounds: toCount('rounds', values.rounds, standard.rounds),
    seconds: toCount('seconds', values.seconds, standard.seconds),
    warmup: toCount('warmup', values.warmup, standard.warmup),
    connections: toCount('connections', values.connections, 64),
    conversations: toCount('conversations', values.conversations, standard.conversations),
    json: values.json,
    profile: values.profile,
  };
}

function toSections(given: string | undefined): Section[] {
  if (given === undefined) return [...sections];
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !sections.some((section) => section === name));
  if (unknown !== undefined)
    throw new Error(`--only ${unknown} is not known. Take some of ${sections.join(', ')}.`);
  return sections.filter((section) => names.includes(section));
}

function toCount(name: string, given: string | undefined, standard: number): number {
  const count = given === undefined ? standard : Number(given);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${name} must be a whole number from 1.`);
  return count;
}
