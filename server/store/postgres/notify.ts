import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Neighbours } from '../neighbours.ts';
import { toClientConfig } from './postgres-pool.ts';

/** What carries short texts between the processes of one database; see `Neighbours`. */
export interface Wire extends Pick<Neighbours, 'post' | 'listen'> {
  close(): Promise<void>;
}

const channel = 'baton';
/** PostgreSQL's own limit is 8,000 bytes. */
const mostBytes = 7_500;
/** What is posted within so many milliseconds goes out together, in one transaction. */
const gatherMs = 10;
/** A connection that nobody answers on any more is noticed after so long. */
const checkMs = 10_000;
const longestPauseMs = 2_000;

/**
 * Carries texts by LISTEN and NOTIFY: heard on a connection of its own, which is made again when it breaks, and
 * posted apart from any other transaction, since PostgreSQL lets only one transaction that notifies commit at a
 * time.
 */
export function createWire(url: string, pool: pg.Pool): Wire {
  const me = randomUUID().slice(0, 8);
  const stop = new AbortController();
  let listening: Promise<void> | undefined;
  return {
    post: createPoster(pool, me),
    listen: (heard, missed) => {
      const hear = (payload: string) => {
        const [from, ...texts] = JSON.parse(payload) as string[];
        if (from !== me) for (const text of texts) heard(text);
      };
      listening ??= keepListening(url, hear, missed, stop.signal);
    },
    close: async () => {
      stop.abort();
      await listening;
    },
  };
}

function createPoster(pool: pg.Pool, me: string): (text: string) => void {
  let gathered = new Set<string>();
  let sending = false;
  const send = async (): Promise<void> => {
    while (gathered.size > 0) {
      await pause(gatherMs);
      const texts = [...gathered];
      gathered = new Set();
      const text = `select set_config('synchronous_commit', 'off', true), pg_notify('${channel}', payload)
        from unnest($1::text[]) as payload`;
      // Who does not get it looks for itself after a second.
      await pool.query({ text, values: [toPayloads(me, texts)] }).catch(() => undefined);
    }
    sending = false;
  };
  return (text) => {
    gathered.add(text);
    if (sending) return;
    sending = true;
    void send();
  };
}

/** As few payloads as hold all texts; one that is too long by itself is left out. */
function toPayloads(me: string, texts: readonly string[]): string[] {
  const groups: string[][] = [];
  let size = mostBytes;
  for (const text of texts) {
    const bytes = Buffer.byteLength(JSON.stringify(text)) + 1;
    if (bytes > mostBytes - 20) continue;
    if (size + bytes > mostBytes) {
      groups.push([me]);
      size = 20;
    }
    groups.at(-1)?.push(text);
    size += bytes;
  }
  return groups.map((group) => JSON.stringify(group));
}

async function keepListening(
  url: string,
  hear: (payload: string) => void,
  missed: () => void,
  stop: AbortSignal,
): Promise<void> {
  for (let failures = 0; !stop.aborted; ) {
    const client = new pg.Client({ ...toClientConfig(url), query_timeout: checkMs / 2 });
    try {
      await listenOn(client, hear);
      if (failures > 0) missed();
      failures = 0;
      await untilGone(client, stop);
    } catch {
      // Made again below, whatever it was.
    }
    await client.end().catch(() => undefined);
    failures += 1;
    await pause(Math.min(100 * 2 ** failures, longestPauseMs), undefined, { signal: stop }).catch(
      () => undefined,
    );
  }
}

async function listenOn(client: pg.Client, hear: (payload: string) => void): Promise<void> {
  client.on('error', () => undefined);
  client.on('notification', ({ payload }) => hear(payload ?? '[]'));
  await client.connect();
  await client.query(`listen ${channel}`);
}

/** Resolves or throws when the connection is gone or not wanted any more. */
async function untilGone(client: pg.Client, stop: AbortSignal): Promise<void> {
  const gone = new AbortController();
  client.once('end', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, stop]);
  while (!signal.aborted) {
    await pause(checkMs, undefined, { signal });
    await client.query('select 1');
  }
}
