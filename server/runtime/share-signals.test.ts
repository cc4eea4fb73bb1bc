import { expect, it } from 'vitest';
import type { ChangedConversation, Neighbours } from '../store/neighbours.ts';
import { shareSignals } from './share-signals.ts';
import { createSignals, type Signal } from './signals.ts';

const now = 1_000_000;
const changed = (id: string, at: number): ChangedConversation => ({
  id,
  number: 3,
  department: 'sales',
  begun: true,
  at,
});
const told = (id: string, at: number): Signal => ({
  type: 'conversation',
  conversation: id,
  number: 3,
  departments: ['sales'],
  begun: true,
  at,
});

/** One process with neighbours that are played by the test. */
function join(rows: ChangedConversation[] = []) {
  const posted: string[] = [];
  const heard: Signal[] = [];
  const forgotten: string[] = [];
  const ears: Parameters<Neighbours['listen']>[] = [];
  const local = createSignals();
  for (const listen of [local.listenConversation, local.listenTyping, local.listenMissed])
    listen((signal) => void heard.push(signal));
  const neighbours: Neighbours = {
    post: (text) => void posted.push(text),
    listen: (...given) => void ears.push(given),
    changedSince: async (time, limit) => rows.filter(({ at }) => at >= time).slice(0, limit),
  };
  const shared = shareSignals(local, neighbours, {
    clock: { now: () => now },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    forgetConversation: (id) => void forgotten.push(id),
    forgetDesk: () => void forgotten.push('desk'),
    forgetBots: () => void forgotten.push('bots'),
  });
  return {
    shared,
    posted,
    heard,
    forgotten,
    hear: (text: string) => ears[0]?.[0](text),
    miss: () => ears[0]?.[1](),
  };
}

it('tells the neighbours what happens here, and those who read here what happens there', () => {
  const { shared, posted, heard, forgotten, hear } = join();
  shared.signals.send(told('a', now));
  expect(posted.map((text) => JSON.parse(text))).toEqual([told('a', now)]);
  hear(JSON.stringify(told('b', now)));
  expect(heard).toEqual([told('a', now), told('b', now)]);
  expect(posted).toHaveLength(1);
  expect(forgotten).toEqual(['b']);
});

it('forgets what a neighbour has changed', () => {
  const { shared, posted, forgotten, hear } = join();
  shared.tellBots();
  hear(posted[0] ?? '');
  hear(JSON.stringify({ type: 'queue', bot: 'b1' }));
  expect(forgotten).toEqual(['bots', 'desk']);
});

it('lets everybody read on where words may have been lost', () => {
  const { heard, miss } = join();
  miss();
  expect(heard).toEqual([{ type: 'missed' }]);
});

it('finds changes that nobody told of, each once, however many there are', async () => {
  const many = Array.from({ length: 2_500 }, (_, index) =>
    changed(`c${index}`, now - 1_000 + Math.floor(index / 5)),
  );
  const { shared, heard, hear } = join(many);
  shared.signals.send(told('c1', now));
  hear(JSON.stringify(told('c2', now)));
  const looking = shared.start();
  await expect.poll(() => heard.length).toBe(2_500);
  await looking.stop();
  expect(new Set(heard.map((signal) => signal.type === 'conversation' && signal.conversation)).size).toBe(
    2_500,
  );
  expect(heard.slice(2, 4)).toEqual([told('c0', now - 1_000), told('c3', now - 1_000)]);
});
