import { afterEach, beforeEach, expect, it } from 'vitest';
import { step } from '../../shared/interpreter/step.ts';
import { type State, toInitialState } from '../../shared/schema/state.ts';
import { openDesk, type TestDesk } from './testing/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.publish();
  await desk.agent('ann').online();
});
afterEach(() => desk.close());

it('the log of a conversation replays to the same state', async () => {
  const [ann, chat] = [desk.agent('ann'), await desk.openChat()];
  await chat.say('Opening hours');
  await chat.say('leave a note');
  await chat.say('something that nobody drew');
  await chat.say('I want to talk to a person');
  await ann.join(chat.id);
  await ann.inbox().inboxTags({ ...ann.on(chat.id), body: { add: ['vip'] } });
  await ann.write(chat.id, 'Hello');
  await ann.resolve(chat.id);
  await chat.send({ rating: { value: 2, comment: 'too slow' } });

  const { store, bots } = desk.runtime.deps;
  const conversation = await store.conversations.read(chat.id);
  const events = await store.conversations.events(chat.id);
  expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
  let state: State = toInitialState({ release: 1, language: 'en', channel: 'web' });
  for (const { event, facts, release } of events) {
    const running = await bots.release(conversation?.bot ?? '', release);
    if (event.type === 'patch') state = { ...state, ...event.state };
    else if (running && facts) state = step(running.release, state, event, facts).state;
  }
  expect(state).toEqual(conversation?.state);
});
