import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { botRoutes } from '../../shared/api/bots.ts';
import { call } from './call.ts';
import { problem, startFakeServer } from './testing/fake-server.ts';

const release = { number: 1, at: '2026-11-21T12:00:00.000Z', by: 'Dora', note: '', current: true };
const publish = (note = '') => call(botRoutes.releasePublish, { params: { id: 'b1' }, body: { note } });
const path = 'POST /api/bots/*/releases';

/** A server that does not answer at first; after so many tries it does. */
function startSlowly(silent: number, answer = () => ({ status: 201, body: { release } })) {
  let tried = 0;
  return startFakeServer({
    [path]: () => {
      tried += 1;
      if (tried <= silent) throw new TypeError('Failed to fetch');
      return answer();
    },
  });
}

const keysOf = (heard: { headers: Headers }[]) => heard.map(({ headers }) => headers.get('idempotency-key'));

/** Makes a call while the clock runs through its pauses. */
async function settled<Result>(making: Promise<Result>): Promise<Result | string> {
  const result = making.catch((error: { code: string }) => error.code);
  await vi.advanceTimersByTimeAsync(2_000);
  return result;
}

describe('a call that may be sent again', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('carries a key of its own, another one for each action', async () => {
    const { heard } = startSlowly(0);
    await settled(publish());
    await settled(publish());
    const [first, second] = keysOf(heard);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });

  it('is sent again under the same key when no answer comes', async () => {
    const { heard } = startSlowly(2);
    expect(await settled(publish())).toEqual({ release });
    expect(heard).toHaveLength(3);
    expect(new Set(keysOf(heard)).size).toBe(1);
  });

  it('is sent again while the server says to come again', async () => {
    const { heard, table } = startFakeServer({ [path]: () => problem(503, 'busy', 'Try again.') });
    const made = settled(publish());
    table[path] = () => ({ status: 201, body: { release } });
    expect(await made).toEqual({ release });
    expect(new Set(keysOf(heard)).size).toBe(1);
  });

  it('keeps its key for the next try by hand, where nobody knows what became of it', async () => {
    const { heard } = startSlowly(3);
    expect(await settled(publish('a'))).toBe('unreachable');
    expect(await settled(publish('a'))).toEqual({ release });
    expect(heard).toHaveLength(4);
    expect(new Set(keysOf(heard)).size).toBe(1);
  });

  it('has another key when it asks for something else, or much later', async () => {
    const { heard } = startSlowly(6);
    await settled(publish('a'));
    await settled(publish('b'));
    await vi.advanceTimersByTimeAsync(60_000);
    await settled(publish('a'));
    expect(new Set(keysOf(heard)).size).toBe(3);
  });

  it('is not sent again when it was refused', async () => {
    const { heard } = startFakeServer({ [path]: () => problem(422, 'not-publishable', 'It has mistakes.') });
    expect(await settled(publish())).toBe('not-publishable');
    expect(heard).toHaveLength(1);
  });

  it('ends its pauses when it is given up', async () => {
    startSlowly(9);
    const giveUp = new AbortController();
    const made = call(botRoutes.releasePublish, { params: { id: 'b1' }, body: {}, signal: giveUp.signal });
    const failed = expect(made).rejects.toBe('enough');
    await vi.advanceTimersByTimeAsync(100);
    giveUp.abort('enough');
    await failed;
  });
});
