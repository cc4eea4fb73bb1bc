import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CacheUse, Meter, PoolUse, TurnOutcome } from '../meter.ts';

/** A registry with the process's own numbers, to which other parts of the server add theirs. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** The meter behind `/metrics`. Each name is made once a registry. */
export function createMeter(registry: Registry): Meter {
  return {
    ...createTimes(registry),
    ...createCallMeter(registry),
    ...createStreams(registry),
    ...createStoreState(registry),
    ...createWatched(registry),
  };
}

const outcomes: readonly TurnOutcome[] = ['done', 'nothing', 'refused', 'failed'];
const fine = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

function createTimes(registry: Registry): Pick<Meter, 'turn' | 'race' | 'commit'> {
  const registers = [registry];
  const turns = new Histogram({
    name: 'baton_turn_duration_seconds',
    help: 'Time of a turn, its commit included, by how it ended.',
    labelNames: ['outcome'],
    buckets: fine,
    registers,
  });
  // At zero, so that a rate has a beginning.
  for (const outcome of outcomes) turns.zero({ outcome });
  const races = new Counter({
    name: 'baton_turn_races_total',
    help: 'Turns that were computed again because the conversation had changed.',
    registers,
  });
  const commits = new Histogram({
    name: 'baton_commit_duration_seconds',
    help: 'Time of a transaction of turns, the sync to the disk included.',
    buckets: fine,
    registers,
  });
  const sizes = new Histogram({
    name: 'baton_commit_turns',
    help: 'Turns that share one transaction.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers,
  });
  return {
    turn: (seconds, outcome) => turns.observe({ outcome }, seconds),
    race: () => races.inc(),
    commit: (seconds, count) => {
      commits.observe(seconds);
      sizes.observe(count);
    },
  };
}

function createCallMeter(registry: Registry): Pick<Meter, 'call' | 'limited'> {
  const registers = [registry];
  const calls = new Histogram({
    name: 'baton_http_request_duration_seconds',
    help: 'Time to answer a call, by route (never with an id) and status; live streams are left out.',
    labelNames: ['method', 'route', 'status'],
    buckets: fine,
    registers,
  });
  const limited = new Counter({
    name: 'baton_rate_limited_calls_total',
    help: 'Calls that were refused because there were too many.',
    labelNames: ['call'],
    registers,
  });
  return {
    call: (seconds, method, route, status) => calls.observe({ method, route, status }, seconds),
    limited: (call) => limited.inc({ call }),
  };
}

function createStreams(registry: Registry): Pick<Meter, 'streamOpened' | 'streamClosed'> {
  const streams = new Gauge({
    name: 'baton_open_streams',
    help: 'Live streams that are open.',
    labelNames: ['kind'],
    registers: [registry],
  });
  streams.set({ kind: 'conversation' }, 0);
  streams.set({ kind: 'inbox' }, 0);
  return {
    streamOpened: (kind) => streams.inc({ kind }),
    streamClosed: (kind) => streams.dec({ kind }),
  };
}

function createStoreState(registry: Registry): Pick<Meter, 'store'> {
  const failures = new Counter({
    name: 'baton_database_failures_total',
    help: 'How often the disk failed: away: the database had to be brought back; unwritable: full or refusing.',
    labelNames: ['kind'],
    registers: [registry],
  });
  failures.inc({ kind: 'away' }, 0);
  failures.inc({ kind: 'unwritable' }, 0);
  return {
    store: (kind) => failures.inc({ kind }),
  };
}

function createWatched(registry: Registry): Pick<Meter, 'watchQueue' | 'watchCache' | 'watchPool'> {
  const caches = new Map<string, () => CacheUse>();
  return {
    watchQueue: (waiting) => {
      new Gauge({
        name: 'baton_commit_queue_turns',
        help: 'Turns that wait for a commit.',
        registers: [registry],
        collect() {
          this.set(waiting());
        },
      });
    },
    watchCache: (name, read) => {
      if (caches.size === 0) addCaches(registry, caches);
      caches.set(name, read);
    },
    watchPool: (read) => addPool(registry, read),
  };
}

function addCaches(registry: Registry, caches: ReadonlyMap<string, () => CacheUse>): void {
  const add = (name: string, help: string, pick: (use: CacheUse) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['cache'],
      registers: [registry],
      collect() {
        for (const [cache, read] of caches) this.set({ cache }, pick(read()));
      },
    });
  add('baton_cache_entries', 'Things that a cache holds.', (use) => use.entries);
  add('baton_cache_bytes', 'Memory that a cache may be taken to use.', (use) => use.bytes);
  // Read from the cache itself, so a counter would count twice.
  const asked = new Counter({
    name: 'baton_cache_requests_total',
    help: 'How often a cache was asked, by whether it knew.',
    labelNames: ['cache', 'result'],
    registers: [registry],
    collect() {
      asked.reset();
      for (const [cache, read] of caches) {
        const { hits, misses } = read();
        asked.inc({ cache, result: 'hit' }, hits);
        asked.inc({ cache, result: 'miss' }, misses);
      }
    },
  });
}

function addPool(registry: Registry, read: () => PoolUse): void {
  new Gauge({
    name: 'baton_postgres_pool_connections',
    help: 'Connections to PostgreSQL, by what they do; waiting: callers that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { total, idle, waiting } = read();
      this.set({ state: 'busy' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
}
