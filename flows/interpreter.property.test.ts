import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RehearsedStep } from '../shared/interpreter/rehearsal.ts';
import { step } from '../shared/interpreter/step.ts';
import { freeze } from '../shared/lib/testing/freeze.ts';
import type { Handler } from '../shared/schema/message.ts';
import { type State, toInitialState } from '../shared/schema/state.ts';
import { Conversation, toPlay } from './testing/conversation.ts';
import { listBots, loadBot } from './testing/files.ts';
import { toHappenings } from './testing/happenings.ts';

const runs = 25;
const beginning = { time: '2026-11-23T16:50', channel: 'web' } as const;

describe.each(listBots())('whatever happens to %s', (name) => {
  const file = loadBot(name);
  const play = toPlay(file);
  const fifty = fc.array(toHappenings(file), { minLength: 1, maxLength: 50, size: 'max' });

  test('it keeps its promises', () => {
    fc.assert(
      fc.property(fifty, (happenings) => {
        const conversation = new Conversation(file, beginning);
        conversation.staff({ online: 1 });
        conversation.start();
        for (const { to } of happenings) to(conversation);
        let state = toInitialState({ release: 1, language: file.bot.languages[0] ?? 'en', channel: 'web' });
        for (const done of conversation.rehearsal.log) {
          const after = step(play.release, freeze(state), freeze(done.event), freeze(done.facts));
          expectSound(state, done, after.state);
          state = JSON.parse(JSON.stringify(after.state)) as State;
        }
        expect(state).toEqual(conversation.state);
        expect(toNames(conversation.rehearsal.timers)).toEqual(state.timers.toSorted());
      }),
      { numRuns: runs },
    );
  });
});

/** Timers that are set outside are those the conversation knows of; any other would ring for nothing. */
function toNames(timers: { name: string }[]): string[] {
  return timers.map(({ name }) => name).toSorted();
}

function expectSound(before: State, done: RehearsedStep, after: State): void {
  expectNoFault(done);
  expectOwnerSpeaks(before.handler, done);
  const takes = done.event.type === 'message' || before.pending.length > after.pending.length;
  if (takes && before.handler === 'bot') expectTaken(done, after);
  expectSomebodyIsTold(before.handler, done, after);
  // Twenty calls and twenty interrupted questions.
  expect(after.stack.length).toBeLessThanOrEqual(40);
}

const drawnFaults = ['runs-on', 'incomplete', 'flow-missing', 'too-deep'];

/** Only what a designer drew wrong may fail; `step` turns a fault of our own into one with another reason. */
function expectNoFault({ trace }: RehearsedStep): void {
  const faults = trace.flatMap((happened) => (happened.type === 'fault' ? [happened.reason] : []));
  expect(faults.filter((reason) => !drawnFaults.includes(reason))).toEqual([]);
}

/** The bot is silent while a person is wanted or there; what the handoff says comes before it. */
function expectOwnerSpeaks(before: Handler, { effects }: RehearsedStep): void {
  let handler = before;
  for (const effect of effects) {
    if (effect.type === 'handler') handler = effect.to;
    const spoken = effect.type === 'say' && effect.from === 'bot';
    if (spoken) expect(handler).toBe('bot');
  }
}

/** A message is answered, handed over, or waits for something that the customer was told of. */
function expectTaken({ effects }: RehearsedStep, after: State): void {
  const answered = effects.some(({ type }) => type === 'say' || type === 'handler');
  const waits = after.open !== null && after.open.for !== 'answer';
  expect(answered || waits).toBe(true);
}

function expectSomebodyIsTold(before: Handler, { effects }: RehearsedStep, after: State): void {
  if (before === 'queue' || after.handler !== 'queue') return;
  expect(effects.map(({ type }) => type)).toContain('notify');
}
