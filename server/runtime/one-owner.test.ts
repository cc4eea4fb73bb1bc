import fc from 'fast-check';
import { expect, it } from 'vitest';
import { step } from '../../shared/interpreter/step.ts';
import { type State, toInitialState } from '../../shared/schema/state.ts';
import { openDesk, type TestDesk } from './testing/test-desk.ts';

type Chat = Awaited<ReturnType<TestDesk['openChat']>>;
type Act = (desk: TestDesk, chat: Chat) => Promise<unknown>;

/** What customers and agents may do at any moment, wise or not. */
const acts: Record<string, Act> = {
  asks: (_, chat) => chat.say('Opening hours'),
  wantsPerson: (_, chat) => chat.say('I want to talk to a person'),
  thinks: (_, chat) => chat.say('think slowly'),
  rates: (_, chat) => chat.send({ rating: { value: 3 } }),
  cancels: (desk, chat) => desk.runtime.services.chat.chatCancel({ ...chat.call, body: {} }),
  annJoins: (desk, chat) => desk.agent('ann').join(chat.id),
  bobJoins: (desk, chat) => desk.agent('bob').join(chat.id),
  annWrites: (desk, chat) => desk.agent('ann').write(chat.id, 'I look into it'),
  annResolves: (desk, chat) => desk.agent('ann').resolve(chat.id),
  bobResolves: (desk, chat) => desk.agent('bob').resolve(chat.id),
  survey: (desk, chat) => desk.agent('ann').survey(chat.id, 'happy'),
  minutesPass: (desk) => desk.pass(3),
};

it('whatever customers and agents do at once, one of them has the conversation and nothing is lost', async () => {
  const moments = fc.array(fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 1, maxLength: 4 }), {
    minLength: 3,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(moments, async (chosen) => {
      const desk = await openDesk();
      try {
        await desk.publish();
        const chat = await desk.openChat();
        for (const names of chosen) {
          const results = await Promise.allSettled(names.map((name) => acts[name]?.(desk, chat)));
          for (const result of results) {
            if (result.status === 'rejected') expect(result.reason.status).toBeLessThan(500);
          }
        }
        expect(desk.errors).toEqual([]);
        await expectSound(desk, chat);
      } finally {
        await desk.close();
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

async function expectSound(desk: TestDesk, chat: Chat): Promise<void> {
  const { store, bots } = desk.runtime.deps;
  const messages = await store.conversations.messages(chat.id, 0, 10_000);
  expect(messages.map(({ number }) => number)).toEqual(messages.map((_, index) => index + 1));
  const conversation = await store.conversations.read(chat.id);
  let state: State = toInitialState({ release: 1, language: 'en', channel: 'web' });
  for (const { event, facts, release } of await store.conversations.events(chat.id)) {
    const running = await bots.release(conversation?.bot ?? '', release);
    if (!running || !facts || event.type === 'patch') throw new Error('An event cannot be replayed.');
    const spoken = messages.filter(({ number }) => number > facts.lastNumber);
    const taken = step(running.release, state, event, facts);
    // What was said is what this event let the bot say, in its order.
    const said = taken.effects.filter(({ type }) => type === 'say');
    const silent = state.handler === 'agent' && taken.state.handler === 'agent';
    if (silent) expect(said.filter((effect) => effect.type === 'say' && effect.from === 'bot')).toEqual([]);
    expect(spoken.slice(0, said.length).map(({ parts }) => parts)).toEqual(
      said.flatMap((effect) => (effect.type === 'say' ? [effect.parts] : [])),
    );
    state = taken.state;
  }
  expect(state).toEqual(conversation?.state);
  expect(conversation?.handler).toBe(state.handler);
}
