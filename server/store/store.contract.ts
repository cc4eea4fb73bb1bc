import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outboxContract } from './outbox.contract.ts';
import type { Store } from './store.ts';
import type { Place } from './testing/place.ts';
import { newContact, newConversation, newMessage, newTurn } from './testing/records.ts';
import { timersContract } from './timers.contract.ts';
import { turnLogContract } from './turn-log.contract.ts';

/** What every store must do, whatever database it is. */
export function storeContract(name: string, make: () => Promise<Place>): void {
  turnLogContract(name, make);
  describe(`the ${name} store`, () => {
    let place: Place;
    let store: Store;
    beforeEach(async () => {
      place = await make();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });
    const reopen = async () => {
      await store.close();
      store = await place.open();
    };

    it('keeps a whole turn over a restart', async () => {
      const conversation = newConversation({ lastNumber: 1, lastCustomerNumber: 1 });
      conversation.state.variables = { order_number: 'AB-123456' };
      const turn = newTurn(conversation, {
        messages: [newMessage(1, 'Hello')],
        contact: newContact(conversation, { email: 'eva@example.com' }),
        timers: { set: [{ name: 'wait', due: 5000 }], cancel: [] },
        notes: [{ id: 'n1', conversation: 'c1', at: 1, by: 'Ann', text: 'Calls back' }],
      });
      expect(await store.conversations.commit(turn)).toBe('done');
      await reopen();
      expect(await store.conversations.read('c1')).toEqual(conversation);
      expect(await store.conversations.messages('c1', 0, 10)).toEqual([newMessage(1, 'Hello')]);
      expect((await store.conversations.readContact('p1'))?.attributes).toEqual({ email: 'eva@example.com' });
      expect(await store.timers.read('c1', 'wait')).toMatchObject({ due: 5000 });
      expect(await store.desk.notes('c1')).toHaveLength(1);
    });

    it('reads a log in parts, and all conversations by pages', async () => {
      const events = [1, 2, 3].map((number) => ({
        conversation: 'c1',
        number,
        at: 1000,
        release: 1,
        event: { type: 'patch' as const, state: { tags: [`${number}`] } },
        facts: null,
      }));
      await store.conversations.commit(newTurn(newConversation({ eventCount: 3 }), { events }));
      expect(await store.conversations.events('c1')).toEqual(events);
      expect(await store.conversations.events('c1', 1, 1)).toEqual([events[1]]);
      expect(await store.conversations.events('c1', 2)).toEqual([events[2]]);
      for (const id of ['c3', 'c2']) await store.conversations.commit(newTurn(newConversation({ id })));
      const page = async (after: string) =>
        (await store.conversations.page(after, 2)).map((conversation) => conversation.id);
      expect([await page(''), await page('c2'), await page('c3')]).toEqual([['c1', 'c2'], ['c3'], []]);
    });

    it('refuses a turn computed from an older version and writes nothing of it', async () => {
      await store.conversations.commit(newTurn(newConversation()));
      const second = newConversation({ version: 2, lastNumber: 1 });
      expect(await store.conversations.commit(newTurn(second, { messages: [newMessage(1, 'one')] }))).toBe(
        'done',
      );
      const late = newTurn(second, { messages: [{ ...newMessage(1, 'two'), id: 'other' }] });
      expect(await store.conversations.commit(late)).toBe('conflict');
      expect(await store.conversations.messages('c1', 0, 10)).toEqual([newMessage(1, 'one')]);
    });

    it('writes turns that come at once each on its own, whatever becomes of the others', async () => {
      await store.conversations.commit(newTurn(newConversation({ id: 'c0' })));
      const fresh = ['c1', 'c2', 'c3'].map((id) => newTurn(newConversation({ id })));
      const lost = newTurn(newConversation({ id: 'c0', version: 9 }), {
        messages: [newMessage(1, 'lost', 'c0')],
      });
      const broken = newTurn(newConversation({ id: 'c4' }), {
        messages: [newMessage(1, 'one', 'c4'), newMessage(1, 'same number', 'c4')],
      });
      const results = await Promise.allSettled(
        [...fresh, lost, broken].map((turn) => store.conversations.commit(turn)),
      );
      expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
        'done',
        'done',
        'done',
        'conflict',
        'failed',
      ]);
      await reopen();
      expect(await store.conversations.read('c2')).not.toBeNull();
      expect(await store.conversations.messages('c0', 0, 10)).toEqual([]);
      expect(await store.conversations.read('c4')).toBeNull();
    });

    it('takes a client call once', async () => {
      await store.conversations.commit(newTurn(newConversation()));
      const clientCall = { scope: 'c1', id: 'k1', bodyHash: 'h', answer: { messages: [1] }, at: 1000 };
      const turn = (version: number) => newTurn(newConversation({ version }), { clientCall });
      expect(await store.conversations.commit(turn(2))).toBe('done');
      expect(await store.conversations.commit(turn(3))).toBe('conflict');
      expect((await store.conversations.read('c1'))?.version).toBe(2);
      expect(await store.conversations.clientCall('c1', 'k1')).toEqual(clientCall);
      expect(await store.conversations.removeClientCalls(1001)).toBe(1);
      expect(await store.conversations.clientCall('c1', 'k1')).toBeNull();
    });

    it('lists a folder page by page, the longest waiting and most urgent first', async () => {
      const waiting = (id: string, waitingSince: number, priority: 'normal' | 'urgent') =>
        newConversation({
          id,
          handler: 'queue',
          folder: 'waiting',
          waitingSince,
          priority,
          lastCustomerNumber: 1,
        });
      for (const one of [
        waiting('a', 300, 'normal'),
        waiting('b', 200, 'normal'),
        waiting('c', 900, 'urgent'),
      ]) {
        await store.conversations.commit(newTurn(one));
      }
      const filter = { folder: 'waiting', person: 'ann', departments: null, words: null, limit: 2 } as const;
      const first = await store.inbox.list({ ...filter, cursor: null });
      expect(first.rows.map((row) => row.conversation.id)).toEqual(['c', 'b']);
      const second = await store.inbox.list({ ...filter, cursor: first.cursor });
      expect(second.rows.map((row) => row.conversation.id)).toEqual(['a']);
      expect(second.cursor).toBeNull();
    });

    it('counts a customer who has not said anything nowhere, and forgets one who never does', async () => {
      const silent = { handler: 'queue', folder: 'waiting', waitingSince: 1 } as const;
      for (let one = 0; one < 501; one += 1) {
        const conversation = newConversation({ ...silent, id: `s${one}`, contact: `k${one}` });
        await store.conversations.commit(newTurn(conversation));
      }
      const spoken = { ...silent, id: 'spoken', contact: 'k0', lastCustomerNumber: 1 };
      await store.conversations.commit(newTurn(newConversation(spoken)));
      expect((await store.inbox.waiting(null)).map(({ id }) => id)).toEqual(['spoken']);
      expect(await store.conversations.removeUnbegun(Number.MAX_SAFE_INTEGER)).toBe(501);
      expect(await store.conversations.read('s1')).toBeNull();
      expect(await store.conversations.readContact('k0')).not.toBeNull();
      expect(await store.conversations.readContact('k1')).toBeNull();
    });

    it('shows an agent the conversations of own departments and of none', async () => {
      for (const [id, department] of [
        ['a', null],
        ['b', 'sales'],
        ['c', 'support'],
      ] as const) {
        await store.conversations.commit(newTurn(newConversation({ id, department, lastCustomerNumber: 1 })));
      }
      const filter = {
        folder: 'all',
        person: 'ann',
        departments: ['sales'],
        words: null,
        limit: 9,
        cursor: null,
      } as const;
      const { rows } = await store.inbox.list(filter);
      expect(rows.map((row) => row.conversation.id)).toEqual(['a', 'b']);
      expect((await store.inbox.counts(filter)).all).toBe(2);
    });

    it('finds words in messages, variables and the contact', async () => {
      const conversation = newConversation({ lastNumber: 1, lastCustomerNumber: 1 });
      conversation.state.variables = { order_number: 'AB-123456' };
      const turn = {
        messages: [newMessage(1, 'Waar blijft 100% katoen?')],
        contact: newContact(conversation, { name: 'Ève' }),
      };
      await store.conversations.commit(newTurn(conversation, turn));
      const find = async (words: string) =>
        (
          await store.inbox.list({
            folder: 'all',
            person: 'ann',
            departments: null,
            words,
            limit: 9,
            cursor: null,
          })
        ).rows.length;
      expect(await find('KATOEN 100%')).toBe(1);
      expect(await find('ab-123')).toBe(1);
      expect(await find('ève')).toBe(1);
      expect(await find('100_')).toBe(0);
    });

    it('knows what an agent has not seen yet', async () => {
      const waiting = newConversation({ folder: 'waiting', lastNumber: 3, lastCustomerNumber: 2 });
      await store.conversations.commit(newTurn(waiting));
      expect((await store.inbox.read('c1', 'ann'))?.unread).toBe(true);
      await store.inbox.seen('c1', 'ann', 3);
      expect((await store.inbox.read('c1', 'ann'))?.unread).toBe(false);
      expect((await store.inbox.read('c1', 'bob'))?.unread).toBe(true);
    });

    it('saves a draft on its newest revision only', async () => {
      await store.bots.create({ id: 'b1', slug: 'shop', name: 'Shop', file: { a: 1 }, at: 1 });
      const save = { base: 1, file: { a: 2 }, name: 'Shop', changes: [], by: 'Ann', at: 2 };
      expect(await store.bots.saveDraft('b1', save)).toBe('done');
      expect(await store.bots.saveDraft('b1', { ...save, file: { a: 3 } })).toBe('stale');
      expect(await store.bots.readDraft('b1')).toEqual({ revision: 2, file: { a: 2 } });
    });

    it('numbers releases and gives an archived bot’s slug free', async () => {
      await store.bots.create({ id: 'b1', slug: 'shop', name: 'Shop', file: {}, at: 1 });
      expect(await store.bots.create({ id: 'b2', slug: 'shop', name: 'Other', file: {}, at: 1 })).toBe(
        'taken',
      );
      const release = { content: { file: {}, model: { m: 1 } }, note: '', by: 'Ann', at: 5, revision: 1 };
      expect(await store.bots.publish('b1', release)).toMatchObject({ number: 1 });
      expect(await store.bots.publish('b1', release)).toMatchObject({ number: 2 });
      expect(await store.bots.find('shop')).toMatchObject({ id: 'b1', currentRelease: 2, draftAhead: false });
      expect((await store.bots.readRelease('b1', 2))?.model).toEqual({ m: 1 });
      await store.bots.change('b1', { archivedAt: 9 });
      expect(await store.bots.create({ id: 'b2', slug: 'shop', name: 'Other', file: {}, at: 1 })).toBe(
        'done',
      );
      expect(await store.bots.change('b1', { archivedAt: null })).toBe('taken');
    });

    it('gives a slug to one of those who ask for it at once, and numbers releases published at once', async () => {
      const ids = ['b1', 'b2', 'b3', 'b4', 'b5'];
      const bot = (id: string) => ({ id, slug: 'shop', name: 'Shop', file: {}, at: 1 });
      const made = await Promise.all(ids.map((id) => store.bots.create(bot(id))));
      expect(made.toSorted()).toEqual(['done', 'taken', 'taken', 'taken', 'taken']);
      const id = ids[made.indexOf('done')] ?? '';
      await Promise.all(
        ids.filter((other) => other !== id).map((other) => store.bots.create({ ...bot(other), slug: other })),
      );
      const renamed = await Promise.all(
        ids.filter((other) => other !== id).map((other) => store.bots.change(other, { slug: 'new' })),
      );
      expect(renamed.toSorted()).toEqual(['done', 'taken', 'taken', 'taken']);
      const release = { content: { file: {}, model: {} }, note: '', by: 'Ann', at: 5, revision: 1 };
      const published = await Promise.all(ids.map(() => store.bots.publish(id, release)));
      expect(published.map((one) => (one === 'repeated' ? 0 : one.number)).toSorted()).toEqual([
        1, 2, 3, 4, 5,
      ]);
      expect(await store.bots.read(id)).toMatchObject({ currentRelease: 5 });
    });

    it('removes a conversation or lets its customer begin it, never half', async () => {
      const begin = (id: string) =>
        newTurn(
          newConversation({ id, contact: `p-${id}`, version: 2, lastNumber: 1, lastCustomerNumber: 1 }),
          {
            messages: [newMessage(1, 'Hello', id)],
          },
        );
      const ids = Array.from({ length: 40 }, (_, index) => `r${index}`);
      await Promise.all(
        ids.map((id) => store.conversations.commit(newTurn(newConversation({ id, contact: `p-${id}` })))),
      );
      const [removed, ...begun] = await Promise.all([
        store.conversations.removeUnbegun(2_000),
        ...ids.map((id) => store.conversations.commit(begin(id))),
      ]);
      expect(begun.filter((result) => result === 'conflict')).toHaveLength(removed);
      for (const [index, id] of ids.entries()) {
        const stays = begun[index] === 'done';
        expect((await store.conversations.read(id)) !== null).toBe(stays);
        expect(await store.conversations.messages(id, 0, 9)).toHaveLength(stays ? 1 : 0);
      }
    });

    it('finds nothing by ids that no database could keep', async () => {
      await store.bots.create({ id: 'b1', slug: 'shop', name: 'Shop', file: {}, at: 1 });
      expect(await store.bots.find('sh\0op')).toBeNull();
      expect(await store.bots.find('shop\0')).toBeNull();
      expect(await store.conversations.read('\0')).toBeNull();
      expect(await store.conversations.clientCall('c1', '\0')).toBeNull();
      expect(await store.files.read('c1\0', 'f1')).toBeNull();
    });

    it('keeps files whole, in chunks', async () => {
      const bytes = Buffer.alloc(600_000, 'ab');
      const file = {
        id: 'f1',
        conversation: 'c1',
        name: 'a.png',
        mime: 'image/png',
        size: bytes.length,
        at: 1,
      };
      await Promise.all([store.files.add(file, bytes), store.files.add(file, bytes)]);
      expect(await store.files.read('c1', 'f1')).toEqual(file);
      expect(await store.files.read('c2', 'f1')).toBeNull();
      expect((await store.files.bytes('f1')).equals(bytes)).toBe(true);
    });

    it('removes conversations nobody wrote in, with all that belongs to them', async () => {
      await store.conversations.commit(newTurn(newConversation(), { messages: [newMessage(1, 'Welcome')] }));
      await store.conversations.commit(newTurn(newConversation({ id: 'c2', lastCustomerNumber: 1 })));
      expect(await store.conversations.removeUnbegun(2000)).toBe(1);
      expect(await store.conversations.read('c1')).toBeNull();
      expect(await store.conversations.messages('c1', 0, 10)).toEqual([]);
      expect(await store.conversations.read('c2')).not.toBeNull();
    });
  });
  timersContract(name, make);
  outboxContract(name, make);
}
