import { describe, expect, it } from 'vitest';
import { toFacts } from '../../shared/interpreter/to-facts.ts';
import { botSettingsSchema } from '../../shared/schema/bot-settings.ts';
import type { Facts } from '../../shared/schema/facts.ts';
import type { EventRecord } from './records.ts';
import type { Place } from './testing/place.ts';
import { newContact, newConversation, newTurn } from './testing/records.ts';
import { usePlace } from './testing/use-place.ts';

/** What every store must keep of the turns of a conversation. */
export function turnLogContract(name: string, make: () => Promise<Place>): void {
  describe(`the log of turns in the ${name} store`, () => {
    const place = usePlace(make);

    it('gives events back with the settings they were judged by, which are kept once', async () => {
      const event = (number: number, name: string) => newEvent(number, newFacts(name));
      const first = { events: [event(1, 'Shop'), event(2, 'Shop'), event(3, 'Store')] };
      await place.store().conversations.commit(newTurn(newConversation(), first));
      const second = { events: [event(4, 'Shop'), newEvent(5, null)] };
      await place.store().conversations.commit(newTurn(newConversation({ version: 2 }), second));
      await place.reopen();
      expect(await place.store().conversations.events('c1')).toEqual([...first.events, ...second.events]);
    });

    it('keeps what was observed in its order, over many turns', async () => {
      const seen = (node: string) => ({
        conversation: 'c1',
        at: 1,
        what: 'visit',
        flow: 'f',
        node,
        data: {},
      });
      const turn = (version: number, ...nodes: string[]) =>
        newTurn(newConversation({ version }), {
          events: [newEvent(version, null)],
          observations: nodes.map(seen),
        });
      const many = Array.from({ length: 20 }, (_, index) => `n${index}`);
      await place.store().conversations.commit(turn(1, ...many));
      await place.store().conversations.commit(turn(2, 'last'));
      const nodes = (await place.store().conversations.observations('c1', ['visit'])).map(({ node }) => node);
      expect(nodes).toEqual([...many, 'last']);
    });

    it('leaves where a conversation is as it was when a turn does not move it', async () => {
      const waiting = newConversation({
        handler: 'queue',
        folder: 'waiting',
        waitingSince: 5,
        reason: 'request',
      });
      await place.store().conversations.commit(newTurn(waiting));
      const next = { ...waiting, version: 2, lastNumber: 3 };
      expect(await place.store().conversations.commit({ ...newTurn(next), before: waiting })).toBe('done');
      const joined = { ...next, version: 3, handler: 'agent' as const, folder: 'live' as const };
      expect(await place.store().conversations.commit({ ...newTurn(joined), before: next })).toBe('done');
      await place.reopen();
      expect(await place.store().conversations.read('c1')).toEqual(joined);
    });

    it('refuses a turn on a contact that another conversation has changed', async () => {
      await place.store().conversations.commit(newTurn(newConversation()));
      await place.store().conversations.commit(newTurn(newConversation({ id: 'c2' })));
      const learnt = (id: string, name: string) =>
        newTurn(newConversation({ id, version: 2 }), {
          contact: { ...newContact(newConversation()), version: 2, attributes: { name } },
        });
      expect(await place.store().conversations.commit(learnt('c1', 'Eva'))).toBe('done');
      expect(await place.store().conversations.commit(learnt('c2', 'Ève'))).toBe('conflict');
      expect((await place.store().conversations.readContact('p1'))?.attributes).toEqual({ name: 'Eva' });
      expect((await place.store().conversations.read('c2'))?.version).toBe(1);
    });
  });
}

function newEvent(number: number, facts: Facts | null): EventRecord {
  return { conversation: 'c1', number, at: 1000, release: 1, event: { type: 'start' }, facts };
}

function newFacts(name: string): Facts {
  const settings = botSettingsSchema.parse({ name, languages: ['en'] });
  return toFacts({
    now: 1000,
    settings,
    agents: {},
    queue: {},
    position: null,
    contact: {},
    lastNumber: 0,
  });
}
