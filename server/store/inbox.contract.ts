import { describe, expect, it } from 'vitest';
import type { Place } from './testing/place.ts';
import { newContact, newConversation, newMessage, newTurn } from './testing/records.ts';
import { usePlace } from './testing/use-place.ts';

/** What every store must answer to the inbox. */
export function inboxContract(name: string, make: () => Promise<Place>): void {
  describe(`the inbox of the ${name} store`, () => {
    const place = usePlace(make);

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
        await place.store().conversations.commit(newTurn(one));
      }
      const filter = { folder: 'waiting', person: 'ann', departments: null, words: null, limit: 2 } as const;
      const first = await place.store().inbox.list({ ...filter, cursor: null });
      expect(first.rows.map((row) => row.conversation.id)).toEqual(['c', 'b']);
      const second = await place.store().inbox.list({ ...filter, cursor: first.cursor });
      expect(second.rows.map((row) => row.conversation.id)).toEqual(['a']);
      expect(second.cursor).toBeNull();
    });

    it('counts a customer who has not said anything nowhere, and forgets one who never does', async () => {
      const silent = { handler: 'queue', folder: 'waiting', waitingSince: 1 } as const;
      for (let one = 0; one < 501; one += 1) {
        const conversation = newConversation({ ...silent, id: `s${one}`, contact: `k${one}` });
        await place.store().conversations.commit(newTurn(conversation));
      }
      const spoken = { ...silent, id: 'spoken', contact: 'k0', lastCustomerNumber: 1 };
      await place.store().conversations.commit(newTurn(newConversation(spoken)));
      expect((await place.store().inbox.waiting(null)).map(({ id }) => id)).toEqual(['spoken']);
      expect(await place.store().conversations.removeUnbegun(Number.MAX_SAFE_INTEGER)).toBe(501);
      expect(await place.store().conversations.read('s1')).toBeNull();
      expect(await place.store().conversations.readContact('k0')).not.toBeNull();
      expect(await place.store().conversations.readContact('k1')).toBeNull();
    });

    it('shows an agent the conversations of own departments and of none', async () => {
      for (const [id, department] of [
        ['a', null],
        ['b', 'sales'],
        ['c', 'support'],
      ] as const) {
        await place
          .store()
          .conversations.commit(newTurn(newConversation({ id, department, lastCustomerNumber: 1 })));
      }
      const filter = {
        folder: 'all',
        person: 'ann',
        departments: ['sales'],
        words: null,
        limit: 9,
        cursor: null,
      } as const;
      const { rows } = await place.store().inbox.list(filter);
      expect(rows.map((row) => row.conversation.id)).toEqual(['a', 'b']);
      expect((await place.store().inbox.counts(filter)).all).toBe(2);
    });

    it('finds words in messages, variables and the contact', async () => {
      const conversation = newConversation({ lastNumber: 1, lastCustomerNumber: 1 });
      conversation.state.variables = { order_number: 'AB-123456' };
      const turn = {
        messages: [newMessage(1, 'Waar blijft 100% katoen?')],
        contact: newContact(conversation, { name: 'Ève' }),
      };
      await place.store().conversations.commit(newTurn(conversation, turn));
      const find = async (words: string) =>
        (
          await place.store().inbox.list({
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
      await place.store().conversations.commit(newTurn(waiting));
      expect((await place.store().inbox.read('c1', 'ann'))?.unread).toBe(true);
      await place.store().inbox.seen('c1', 'ann', 3);
      expect((await place.store().inbox.read('c1', 'ann'))?.unread).toBe(false);
      expect((await place.store().inbox.read('c1', 'bob'))?.unread).toBe(true);
    });
  });
}
