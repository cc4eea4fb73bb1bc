import { describe, expect, it } from 'vitest';
import { longestHold } from './holds.ts';
import type { Place } from './testing/place.ts';
import { newConversation, newTurn } from './testing/records.ts';
import { usePlace } from './testing/use-place.ts';

/** What every store must do with timers. */
export function timersContract(name: string, make: () => Promise<Place>): void {
  describe(`the timers of the ${name} store`, () => {
    const place = usePlace(make);
    const timers = () => place.store().timers;
    const set = async (conversation: string, due: Record<string, number>, version = 1) => {
      const turn = newTurn(newConversation({ id: conversation, version }), {
        timers: { set: Object.entries(due).map(([name, at]) => ({ name, due: at })), cancel: [] },
      });
      expect(await place.store().conversations.commit(turn)).toBe('done');
    };
    const claim = async (now: number, { until = now + 3000, limit = 100 } = {}) =>
      (await timers().claim(now, until, limit)).map(({ conversation, name }) => `${conversation} ${name}`);

    it('are moved and cancelled by their name', async () => {
      await set('c1', { answer: 3000 });
      await set('c1', { answer: 4000 }, 2);
      expect(await claim(3000)).toEqual([]);
      expect(await timers().nextDue(0)).toBe(4000);
      const cancel = newTurn(newConversation({ version: 3 }), { timers: { set: [], cancel: ['answer'] } });
      await place.store().conversations.commit(cancel);
      expect(await timers().nextDue(0)).toBeNull();
    });

    it('come in the order in which they fall due, so many at a time', async () => {
      await set('c1', { wait: 30, answer: 10 });
      await set('c2', { wait: 20 });
      await set('c3', { wait: 10 });
      await set('c4', { wait: 99 });
      expect(await claim(50, { limit: 2 })).toEqual(['c1 answer', 'c3 wait']);
      expect(await claim(50)).toEqual(['c2 wait', 'c1 wait']);
      expect(await timers().nextDue(50)).toBe(99);
    });

    it('are taken by one of two processes', async () => {
      const other = await place.openOther();
      for (let number = 0; number < 40; number += 1) await set(`c${number}`, { wait: number });
      const takes = [place.store(), other, place.store(), other].map((store) =>
        store.timers.claim(100, 3100, 10),
      );
      const taken = (await Promise.all(takes)).flat().map(({ conversation }) => conversation);
      expect(new Set(taken).size).toBe(taken.length);
      const rest = await claim(100);
      expect(new Set([...taken, ...rest.map((key) => key.split(' ')[0])]).size).toBe(40);
    });

    it('that a dead process had taken are free again, and none before', async () => {
      await set('c1', { wait: 10 });
      expect(await claim(10, { until: 3010 })).toEqual(['c1 wait']);
      await place.reopen();
      expect(await claim(3009)).toEqual([]);
      expect(await claim(3010)).toEqual(['c1 wait']);
    });

    it('are free at once when the clock was set back by more than any hold', async () => {
      await set('c1', { wait: 10 });
      const later = 10 + longestHold + 1;
      expect(await claim(later, { until: later + 3000 })).toEqual(['c1 wait']);
      expect(await claim(later)).toEqual([]);
      expect(await claim(1000)).toEqual(['c1 wait']);
    });

    it('that could not be rung wait, however many, and hold up no other', async () => {
      for (let number = 0; number < 250; number += 1) await set(`bad${number}`, { wait: 10 });
      await set('good', { wait: 20 });
      for (const timer of await timers().claim(50, 3050, 1000)) {
        if (timer.conversation !== 'good') await timers().putOff(timer, 9000);
      }
      expect(await timers().backlog(50)).toEqual({ waiting: 251, overdue: 251, failing: 250 });
      expect(await claim(3050)).toEqual(['good wait']);
      expect(await claim(9000, { limit: 1000 })).toHaveLength(251);
      expect(await timers().read('bad0', 'wait')).toMatchObject({ attempts: 1 });
    });

    it('that are set anew have never failed', async () => {
      await set('c1', { wait: 10 });
      const [timer] = await timers().claim(10, 3010, 1);
      await set('c1', { wait: 40 }, 2);
      // What was found out about the old one says nothing of the new one.
      if (timer) await timers().putOff(timer, 500_000);
      expect(await timers().read('c1', 'wait')).toMatchObject({ due: 40, attempts: 0 });
      expect(await claim(40)).toEqual(['c1 wait']);
      await timers().putOff({ conversation: 'c1', name: 'wait', due: 40, attempts: 0 }, 500_000);
      await set('c1', { wait: 50 }, 3);
      expect(await timers().read('c1', 'wait')).toMatchObject({ due: 50, attempts: 0 });
      expect(await claim(50)).toEqual(['c1 wait']);
    });

    it('go with the turn that rings them, or stay when it loses its race', async () => {
      await set('c1', { wait: 10 });
      await claim(10);
      const rung = (version: number) =>
        newTurn(newConversation({ version }), { timers: { set: [], cancel: ['wait'] } });
      expect(await place.store().conversations.commit(rung(7))).toBe('conflict');
      expect(await timers().read('c1', 'wait')).not.toBeNull();
      expect(await place.store().conversations.commit(rung(2))).toBe('done');
      await place.reopen();
      expect(await claim(9_000_000)).toEqual([]);
    });

    it('are counted', async () => {
      await set('c1', { wait: 10, answer: 20, closing: 30 });
      expect(await timers().backlog(20)).toEqual({ waiting: 3, overdue: 2, failing: 0 });
    });
  });
}
