import { describe, expect, it } from 'vitest';
import { inboxContract } from './inbox.contract.ts';
import { outboxContract } from './outbox.contract.ts';
import type { Place } from './testing/place.ts';
import { newContact, newConversation, newMessage, newTurn } from './testing/records.ts';
import { usePlace } from './testing/use-place.ts';
import { timersContract } from './timers.contract.ts';
import { turnLogContract } from './turn-log.contract.ts';

/** What every store must do, whatever database it is. */
export function storeContract(name: string, make: () => Promise<Place>): void {
  describe(`the ${name} store`, () => {
    const place = usePlace(make);

    it('keeps a whole turn over a restart', async () => {
      const conversation = newConversation({ lastNumber: 1, lastCustomerNumber: 1 });
      conversation.state.variables = { order_number: 'AB-123456' };
      const turn = newTurn(conversation, {
        messages: [newMessage(1, 'Hello')],
        contact: newContact(conversation, { email: 'eva@example.com' }),
        timers: { set: [{ name: 'wait', due: 5000 }], cancel: [] },
        notes: [{ id: 'n1', conversation: 'c1', at: 1, by: 'Ann', text: 'Calls back' }],
      });
      expect(await place.store().conversations.commit(turn)).toBe('done');
      await place.reopen();
      expect(await place.store().conversations.read('c1')).toEqual(conversation);
      expect(await place.store().conversations.messages('c1', 0, 10)).toEqual([newMessage(1, 'Hello')]);
      expect((await place.store().conversations.readContact('p1'))?.attributes).toEqual({
        email: 'eva@example.com',
      });
      expect(await place.store().timers.read('c1', 'wait')).toMatchObject({ due: 5000 });
      expect(await place.store().desk.notes('c1')).toHaveLength(1);
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
      await place.store().conversations.commit(newTurn(newConversation({ eventCount: 3 }), { events }));
      expect(await place.store().conversations.events('c1')).toEqual(events);
      expect(await place.store().conversations.events('c1', 1, 1)).toEqual([events[1]]);
      expect(await place.store().conversations.events('c1', 2)).toEqual([events[2]]);
      for (const id of ['c3', 'c2'])
        await place.store().conversations.commit(newTurn(newConversation({ id })));
      const page = async (after: string) =>
        (await place.store().conversations.page(after, 2)).map((conversation) => conversation.id);
      expect([await page(''), await page('c2'), await page('c3')]).toEqual([['c1', 'c2'], ['c3'], []]);
    });

    it('refuses a turn computed from an older version and writes nothing of it', async () => {
      await place.store().conversations.commit(newTurn(newConversation()));
      const second = newConversation({ version: 2, lastNumber: 1 });
      expect(
        await place.store().conversations.commit(newTurn(second, { messages: [newMessage(1, 'one')] })),
      ).toBe('done');
      const late = newTurn(second, { messages: [{ ...newMessage(1, 'two'), id: 'other' }] });
      expect(await place.store().conversations.commit(late)).toBe('conflict');
      expect(await place.store().conversations.messages('c1', 0, 10)).toEqual([newMessage(1, 'one')]);
    });

    it('writes turns that come at once each on its own, whatever becomes of the others', async () => {
      await place.store().conversations.commit(newTurn(newConversation({ id: 'c0' })));
      const fresh = ['c1', 'c2', 'c3'].map((id) => newTurn(newConversation({ id })));
      const lost = newTurn(newConversation({ id: 'c0', version: 9 }), {
        messages: [newMessage(1, 'lost', 'c0')],
      });
      const broken = newTurn(newConversation({ id: 'c4' }), {
        messages: [newMessage(1, 'one', 'c4'), newMessage(1, 'same number', 'c4')],
      });
      const results = await Promise.allSettled(
        [...fresh, lost, broken].map((turn) => place.store().conversations.commit(turn)),
      );
      expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
        'done',
        'done',
        'done',
        'conflict',
        'failed',
      ]);
      await place.reopen();
      expect(await place.store().conversations.read('c2')).not.toBeNull();
      expect(await place.store().conversations.messages('c0', 0, 10)).toEqual([]);
      expect(await place.store().conversations.read('c4')).toBeNull();
    });

    it('takes a client call once', async () => {
      await place.store().conversations.commit(newTurn(newConversation()));
      const clientCall = { scope: 'c1', id: 'k1', bodyHash: 'h', answer: { messages: [1] }, at: 1000 };
      const turn = (version: number) => newTurn(newConversation({ version }), { clientCall });
      expect(await place.store().conversations.commit(turn(2))).toBe('done');
      expect(await place.store().conversations.commit(turn(3))).toBe('conflict');
      expect((await place.store().conversations.read('c1'))?.version).toBe(2);
      expect(await place.store().conversations.clientCall('c1', 'k1')).toEqual(clientCall);
      expect(await place.store().conversations.removeClientCalls(1001)).toBe(1);
      expect(await place.store().conversations.clientCall('c1', 'k1')).toBeNull();
    });

    it('saves a draft on its newest revision only', async () => {
      await place.store().bots.create({ id: 'b1', slug: 'shop', name: 'Shop', file: { a: 1 }, at: 1 });
      const save = { base: 1, file: { a: 2 }, name: 'Shop', changes: [], by: 'Ann', at: 2 };
      expect(await place.store().bots.saveDraft('b1', save)).toBe('done');
      expect(await place.store().bots.saveDraft('b1', { ...save, file: { a: 3 } })).toBe('stale');
      expect(await place.store().bots.readDraft('b1')).toEqual({ revision: 2, file: { a: 2 } });
    });

    it('numbers releases and gives an archived bot’s slug free', async () => {
      await place.store().bots.create({ id: 'b1', slug: 'shop', name: 'Shop', file: {}, at: 1 });
      expect(
        await place.store().bots.create({ id: 'b2', slug: 'shop', name: 'Other', file: {}, at: 1 }),
      ).toBe('taken');
      const release = { content: { file: {}, model: { m: 1 } }, note: '', by: 'Ann', at: 5, revision: 1 };
      expect(await place.store().bots.publish('b1', release)).toMatchObject({ number: 1 });
      expect(await place.store().bots.publish('b1', release)).toMatchObject({ number: 2 });
      expect(await place.store().bots.find('shop')).toMatchObject({
        id: 'b1',
        currentRelease: 2,
        draftAhead: false,
      });
      expect((await place.store().bots.readRelease('b1', 2))?.model).toEqual({ m: 1 });
      await place.store().bots.change('b1', { archivedAt: 9 });
      expect(
        await place.store().bots.create({ id: 'b2', slug: 'shop', name: 'Other', file: {}, at: 1 }),
      ).toBe('done');
      expect(await place.store().bots.change('b1', { archivedAt: null })).toBe('taken');
    });

    it('gives a slug to one of those who ask for it at once, and numbers releases published at once', async () => {
      const ids = ['b1', 'b2', 'b3', 'b4', 'b5'];
      const bot = (id: string) => ({ id, slug: 'shop', name: 'Shop', file: {}, at: 1 });
      const made = await Promise.all(ids.map((id) => place.store().bots.create(bot(id))));
      expect(made.toSorted()).toEqual(['done', 'taken', 'taken', 'taken', 'taken']);
      const id = ids[made.indexOf('done')] ?? '';
      await Promise.all(
        ids
          .filter((other) => other !== id)
          .map((other) => place.store().bots.create({ ...bot(other), slug: other })),
      );
      const renamed = await Promise.all(
        ids.filter((other) => other !== id).map((other) => place.store().bots.change(other, { slug: 'new' })),
      );
      expect(renamed.toSorted()).toEqual(['done', 'taken', 'taken', 'taken']);
      const release = { content: { file: {}, model: {} }, note: '', by: 'Ann', at: 5, revision: 1 };
      const published = await Promise.all(ids.map(() => place.store().bots.publish(id, release)));
      expect(published.map((one) => (one === 'repeated' ? 0 : one.number)).toSorted()).toEqual([
        1, 2, 3, 4, 5,
      ]);
      expect(await place.store().bots.read(id)).toMatchObject({ currentRelease: 5 });
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
        ids.map((id) =>
          place.store().conversations.commit(newTurn(newConversation({ id, contact: `p-${id}` }))),
        ),
      );
      const [removed, ...begun] = await Promise.all([
        place.store().conversations.removeUnbegun(2_000),
        ...ids.map((id) => place.store().conversations.commit(begin(id))),
      ]);
      expect(begun.filter((result) => result === 'conflict')).toHaveLength(removed);
      for (const [index, id] of ids.entries()) {
        const stays = begun[index] === 'done';
        expect((await place.store().conversations.read(id)) !== null).toBe(stays);
        expect(await place.store().conversations.messages(id, 0, 9)).toHaveLength(stays ? 1 : 0);
      }
    });

    it('finds nothing by ids that no database could keep', async () => {
      await place.store().bots.create({ id: 'b1', slug: 'shop', name: 'Shop', file: {}, at: 1 });
      expect(await place.store().bots.find('sh\0op')).toBeNull();
      expect(await place.store().bots.find('shop\0')).toBeNull();
      expect(await place.store().conversations.read('\0')).toBeNull();
      expect(await place.store().conversations.clientCall('c1', '\0')).toBeNull();
      expect(await place.store().files.read('c1\0', 'f1')).toBeNull();
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
      await Promise.all([place.store().files.add(file, bytes), place.store().files.add(file, bytes)]);
      expect(await place.store().files.read('c1', 'f1')).toEqual(file);
      expect(await place.store().files.read('c2', 'f1')).toBeNull();
      expect((await place.store().files.bytes('f1')).equals(bytes)).toBe(true);
    });

    it('removes conversations nobody wrote in, with all that belongs to them', async () => {
      await place
        .store()
        .conversations.commit(newTurn(newConversation(), { messages: [newMessage(1, 'Welcome')] }));
      await place.store().conversations.commit(newTurn(newConversation({ id: 'c2', lastCustomerNumber: 1 })));
      expect(await place.store().conversations.removeUnbegun(2000)).toBe(1);
      expect(await place.store().conversations.read('c1')).toBeNull();
      expect(await place.store().conversations.messages('c1', 0, 10)).toEqual([]);
      expect(await place.store().conversations.read('c2')).not.toBeNull();
    });
  });
  turnLogContract(name, make);
  inboxContract(name, make);
  timersContract(name, make);
  outboxContract(name, make);
}
