import { beforeEach, describe, expect, it } from 'vitest';
import type { ClientCallRecord } from './records.ts';
import type { Store } from './store.ts';
import type { Place } from './testing/place.ts';
import { newConversation, newTurn } from './testing/records.ts';
import { usePlace } from './testing/use-place.ts';

const call = (id: string, answer: unknown = null): ClientCallRecord => ({
  scope: 'key:ann',
  id,
  bodyHash: 'h',
  answer,
  at: 1000,
});
const bot = { id: 'b1', slug: 'shop', name: 'Shop', file: {}, at: 1 };
const release = { content: { file: {}, model: {} }, note: '', by: 'Ann', at: 5, revision: 1 };
const note = { id: 'n1', conversation: 'c1', at: 1, by: 'Ann', text: 'Calls back' };
const draft = { base: 1, file: {}, name: 'Shop', changes: [], by: 'Ann', at: 1 };

/**
 * What every store must do with a call that is made again: at once, to whichever process, or later. A file that
 * only one process may use has no `neighbour`.
 */
export function repeatedCallsContract(
  name: string,
  make: () => Promise<Place>,
  { neighbour }: { neighbour: boolean },
): void {
  describe(`calls made again to the ${name} store`, () => {
    const place = usePlace(make);
    let store: Store;
    let other: Store;
    beforeEach(async () => {
      store = place.store();
      other = neighbour ? await place.openOther() : store;
    });
    const kept = (id: string) => store.conversations.clientCall('key:ann', id);

    it('make one bot, and keep the answer with it', async () => {
      const ids = ['b1', 'b2', 'b3'];
      const made = await Promise.all(
        ids.map((id, index) =>
          (index === 1 ? other : store).bots.create({ ...bot, id, slug: id }, call('k1', { bot: id })),
        ),
      );
      expect(made.toSorted()).toEqual(['done', 'repeated', 'repeated']);
      const [only, ...others] = await store.bots.list(false);
      expect(others).toEqual([]);
      expect(await kept('k1')).toEqual(call('k1', { bot: only?.id }));
    });

    it('are repeated, not refused, where the first one took what they ask for', async () => {
      const made = await Promise.all(['b1', 'b2'].map((id) => store.bots.create({ ...bot, id }, call('k1'))));
      expect(made.toSorted()).toEqual(['done', 'repeated']);
    });

    it('are decided anew where nothing came of the first', async () => {
      await store.bots.create(bot);
      expect(await store.bots.create({ ...bot, id: 'b2' }, call('k1'))).toBe('taken');
      expect(await store.bots.saveDraft('b1', { ...draft, base: 7 }, call('k1'))).toBe('stale');
      expect(await kept('k1')).toBeNull();
      expect(await store.bots.create({ ...bot, id: 'b2', slug: 'other' }, call('k1'))).toBe('done');
    });

    it('publish once, with the release in the answer', async () => {
      await store.bots.create(bot);
      const published = await Promise.all(
        [store, other, store].map((one) =>
          one.bots.publish('b1', release, ({ number }) => call('k1', { number })),
        ),
      );
      expect(published.filter((one) => one === 'repeated')).toHaveLength(2);
      expect(await store.bots.releases('b1')).toHaveLength(1);
      expect(await kept('k1')).toEqual(call('k1', { number: 1 }));
      expect(await store.bots.publish('b1', release, () => call('k2'))).toMatchObject({ number: 2 });
    });

    it('save a draft once and take a bot back once', async () => {
      await store.bots.create(bot);
      expect(await store.bots.saveDraft('b1', draft, call('k1'))).toBe('done');
      expect(await store.bots.saveDraft('b1', { ...draft, base: 2 }, call('k1'))).toBe('repeated');
      expect((await store.bots.read('b1'))?.draftRevision).toBe(2);
      expect(await store.bots.change('b1', { archivedAt: null }, call('k2'))).toBe('done');
      await store.bots.change('b1', { archivedAt: 9 });
      expect(await store.bots.change('b1', { archivedAt: null }, call('k2'))).toBe('repeated');
      expect((await store.bots.read('b1'))?.archivedAt).toBe(9);
    });

    it('add one note', async () => {
      await store.conversations.commit(newTurn(newConversation()));
      const added = await Promise.all(
        ['n1', 'n2'].map((id) => store.desk.addNote({ ...note, id }, call('k1'))),
      );
      expect(added.toSorted()).toEqual(['done', 'repeated']);
      expect(await store.desk.notes('c1')).toHaveLength(1);
    });

    it('are kept too where they did nothing, as the first of them was answered', async () => {
      await store.conversations.keepCall(call('k1', 'first'));
      await store.conversations.keepCall(call('k1', 'second'));
      expect(await kept('k1')).toEqual(call('k1', 'first'));
      const turn = newTurn(newConversation(), { clientCall: call('k1', 'third') });
      expect(await store.conversations.commit(turn)).toBe('conflict');
      expect(await store.conversations.read('c1')).toBeNull();
    });

    it('are forgotten when they are older than that, however many they are', async () => {
      const older = Array.from({ length: 1_100 }, (_, number) => ({ ...call(`old ${number}`), at: number }));
      for (const one of older) await store.conversations.keepCall(one);
      await store.conversations.keepCall(call('new'));
      expect(await store.conversations.removeClientCalls(1_100)).toBe(1_100 + 1);
      expect(await kept('old 0')).toBeNull();
      await store.conversations.keepCall(call('new'));
      expect(await store.conversations.removeClientCalls(1_000)).toBe(0);
      expect(await kept('new')).not.toBeNull();
    });
  });
}
