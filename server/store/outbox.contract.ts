import { describe, expect, it } from 'vitest';
import { longestHold } from './holds.ts';
import type { OutboxRecord } from './records.ts';
import { newItem } from './testing/outgoing.ts';
import type { Place } from './testing/place.ts';
import { newConversation, newTurn } from './testing/records.ts';
import { usePlace } from './testing/use-place.ts';

/** What every store must do with outgoing work. */
export function outboxContract(name: string, make: () => Promise<Place>): void {
  describe(`the outbox of the ${name} store`, () => {
    const place = usePlace(make);
    const outbox = () => place.store().outbox;
    const claim = (now: number, more: { until?: number; limit?: number; except?: string[] } = {}) =>
      outbox().claim('mail', { now, until: now + 45_000, limit: 100, except: [], ...more });
    const toIds = (items: readonly OutboxRecord[]) => items.map(({ id }) => id);
    const add = async (...items: OutboxRecord[]) => {
      for (const item of items) await outbox().add(item);
    };

    it('is listed newest first, without the calls that flows make', async () => {
      await add(newItem('o1', { createdAt: 1 }), newItem('o2', { createdAt: 2 }));
      await add(newItem('o3', { createdAt: 3, kind: 'http', to: 'https://shop.example.com' }));
      const { items, cursor } = await outbox().list({ status: null, cursor: null, limit: 1 });
      expect(items).toEqual([newItem('o2', { createdAt: 2 })]);
      const rest = await outbox().list({ status: null, cursor, limit: 1 });
      expect(rest).toMatchObject({ items: [{ id: 'o1' }], cursor: null });
      expect((await outbox().list({ status: 'failed', cursor: null, limit: 9 })).items).toEqual([]);
    });

    it('hands each item to one of two processes, the longest due first', async () => {
      const other = await place.openOther();
      for (let number = 0; number < 30; number += 1) await add(newItem(`o${number}`, { nextAt: number }));
      expect(toIds(await claim(50, { limit: 2 }))).toEqual(['o0', 'o1']);
      const takes = [place.store(), other, place.store(), other].map((store) =>
        store.outbox.claim('mail', { now: 50, until: 99, limit: 7, except: [] }),
      );
      const taken = (await Promise.all(takes)).flat();
      expect(new Set(toIds(taken)).size).toBe(taken.length);
      expect(taken.every(({ attempts }) => attempts === 1)).toBe(true);
      expect(taken.length + (await claim(50)).length).toBe(28);
    });

    it('knows for whom something is due, and hands it out by receiver', async () => {
      await add(newItem('o1'), newItem('o2', { kind: 'ticket', to: 'helpdesk' }));
      await add(newItem('o3', { kind: 'http', to: 'https://user@Shop.example.com:8080/a?b' }));
      await add(newItem('o4', { kind: 'http', to: 'https://{{secret.shop_host}}/x' }));
      await add(newItem('o5', { kind: 'ticket', to: 'later', nextAt: 99 }));
      await add(newItem('o6', { kind: 'ticket', to: 'done', status: 'done' }));
      expect((await outbox().receivers(10)).sort()).toEqual([
        'http shop.example.com:8080',
        'http {{secret.shop_host}}',
        'mail',
        'ticket helpdesk',
      ]);
      expect(toIds(await claim(10))).toEqual(['o1']);
      expect(await outbox().receivers(10)).not.toContain('mail');
      expect(await outbox().nextDue(10)).toBe(99);
    });

    it('reaches every receiver, however much waits for another', async () => {
      for (let number = 0; number < 300; number += 1) await add(newItem(`o${number}`, { nextAt: 1 }));
      await add(newItem('t', { kind: 'ticket', to: 'helpdesk', nextAt: 9 }));
      expect(await outbox().receivers(10)).toEqual(['mail', 'ticket helpdesk']);
      const taken = await outbox().claim('ticket helpdesk', { now: 10, until: 99, limit: 2, except: [] });
      expect(toIds(taken)).toEqual(['t']);
    });

    it('gives an item of a dead process again after the hold, and says that it may have arrived', async () => {
      await add(newItem('o1'));
      await claim(10, { until: 45_010 });
      await place.reopen();
      expect(await claim(45_009)).toEqual([]);
      expect(await claim(45_010)).toMatchObject([
        { id: 'o1', attempts: 2, error: { code: 'stopped', mayHaveArrived: true } },
      ]);
    });

    it('says nothing of that when the attempt was settled', async () => {
      await add(newItem('o1'));
      const [item] = await claim(10);
      const error = { code: 'timeout' } as const;
      expect(await outbox().settle(item ?? newItem(''), { status: 'waiting', nextAt: 5000, error })).toBe(
        true,
      );
      expect(await claim(4999)).toEqual([]);
      expect(await claim(5000)).toMatchObject([{ attempts: 2, error }]);
    });

    it('changes nothing for an attempt that is over', async () => {
      await add(newItem('o1'));
      const [slow] = await claim(10, { until: 20 });
      const [quick] = await claim(30);
      const sent = { status: 'done', nextAt: null, error: null } as const;
      const lost = { status: 'failed', nextAt: null, error: { code: 'timeout' } } as const;
      expect(await outbox().settle(slow ?? newItem(''), lost)).toBe(false);
      expect(await outbox().read('o1')).toMatchObject({ status: 'waiting', attempts: 2 });
      expect(await outbox().settle(quick ?? newItem(''), sent)).toBe(true);
      expect(await outbox().settle(slow ?? newItem(''), lost)).toBe(false);
      expect(await outbox().read('o1')).toMatchObject({ status: 'done', error: null });
    });

    it('keeps what this process has in hand from it, wherever the clock jumps', async () => {
      await add(newItem('o1'));
      await claim(10);
      const hours = 5 * 3_600_000;
      expect(await claim(hours, { except: ['o1'] })).toEqual([]);
      expect(toIds(await claim(hours))).toEqual(['o1']);
      // Back again by more than any hold: nobody waits for hours.
      expect(hours - longestHold).toBeGreaterThan(20);
      expect(await claim(20, { except: ['o1'] })).toEqual([]);
      expect(toIds(await claim(20))).toEqual(['o1']);
    });

    it('sends failed items again, one or all, with attempts that count on', async () => {
      const failed = { status: 'failed', nextAt: null, attempts: 8, error: { code: 'timeout' } } as const;
      await add(newItem('o1', failed), newItem('o2', failed), newItem('o3', { status: 'done' }));
      await add(newItem('call', { ...failed, kind: 'http', to: 'https://shop.example.com' }));
      expect(await outbox().backlog(50)).toEqual({ waiting: 0, overdue: 0, dead: 2 });
      expect(await outbox().resend('o1', 50)).toBe(true);
      expect(await outbox().resend('o1', 50)).toBe(false);
      expect(await outbox().resend('o3', 50)).toBe(false);
      expect(await claim(50)).toMatchObject([{ id: 'o1', attempts: 9, spent: 8 }]);
      expect(await outbox().resendAll(60)).toBe(1);
      expect(await outbox().resendAll(60)).toBe(0);
      expect(await outbox().read('o2')).toMatchObject({ status: 'waiting', nextAt: 60, spent: 8 });
      expect(await outbox().read('call')).toMatchObject({ status: 'failed' });
    });

    it('takes a late end of an attempt from before a resend for nothing', async () => {
      await add(newItem('o1'));
      const [frozen] = await claim(10, { until: 20 });
      const [second] = await claim(30);
      await outbox().settle(second ?? newItem(''), {
        status: 'failed',
        nextAt: null,
        error: { code: 'status' },
      });
      await outbox().resend('o1', 40);
      await claim(40);
      const sent = { status: 'done', nextAt: null, error: null } as const;
      expect(await outbox().settle(frozen ?? newItem(''), sent)).toBe(false);
      expect(await outbox().read('o1')).toMatchObject({ status: 'waiting', attempts: 3 });
    });

    it('ends an attempt in the turn that takes its result, once', async () => {
      await place.store().conversations.commit(newTurn(newConversation(), { outbox: [toCall('o1')] }));
      await claimCall(10, 20);
      await claimCall(30, 99);
      const take = (version: number, attempts: number) =>
        place.store().conversations.commit(
          newTurn(newConversation({ version }), {
            finished: { id: 'o1', attempts, status: 'done', error: null },
          }),
        );
      expect(await take(2, 1)).toBe('conflict');
      expect(await take(2, 2)).toBe('done');
      expect(await take(3, 2)).toBe('conflict');
      await place.reopen();
      expect(await outbox().read('o1')).toMatchObject({ status: 'done', nextAt: null });
      expect(await outbox().receivers(9_000_000)).toEqual([]);
    });

    it('gives a result again that came before a crash and was not taken', async () => {
      await place.store().conversations.commit(newTurn(newConversation(), { outbox: [toCall('o1')] }));
      await claimCall(10, 45_010);
      await place.reopen();
      expect((await place.store().conversations.read('c1'))?.version).toBe(1);
      expect(await claimCall(45_010, 99_000)).toMatchObject([{ id: 'o1', attempts: 2 }]);
    });

    it('is counted', async () => {
      await add(
        newItem('o1'),
        newItem('o2', { nextAt: 99 }),
        newItem('o3', { status: 'done', nextAt: null }),
      );
      expect(await outbox().backlog(50)).toEqual({ waiting: 2, overdue: 1, dead: 0 });
    });

    const toCall = (id: string) =>
      newItem(id, { kind: 'http', conversation: 'c1', to: 'https://shop.example.com/orders' });
    const claimCall = (now: number, until: number) =>
      outbox().claim('http shop.example.com', { now, until, limit: 9, except: [] });
  });
}
