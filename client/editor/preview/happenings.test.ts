import { expect, it } from 'vitest';
import { compileBot } from '../../../shared/graph/compile.ts';
import { happen, type RehearsedStep, toRehearsal } from '../../../shared/interpreter/rehearsal.ts';
import { sketch } from '../../../shared/interpreter/testing/sketch.ts';
import type { Effect } from '../../../shared/schema/effect.ts';
import type { Trace } from '../../../shared/schema/trace.ts';
import { trainModel } from '../../../shared/understanding/train.ts';
import en from '../../locales/en/simulator.json';
import { toHappenings } from './happenings.ts';

const file = sketch(
  { help: { ask: { type: 'text-request', data: { phrases: ['where is my order'], match: 'meaning' } } } },
  { departments: [{ id: 'desk', name: 'The desk', hours: null }] },
);
const play = {
  release: compileBot(file),
  model: trainModel([], { languages: ['en'], strictness: 'balanced' }),
};
const begin = toRehearsal(play, { stage: { now: 0, agents: 1 }, language: 'en' });
const { facts } = happen(play, begin, { type: 'start' }).log[0]!;
const place = { flow: 'help', node: 'ask' };
const answered: Trace = [{ type: 'rule', rule: 'valid-answer' }];
const begun: Effect = { type: 'record', record: { what: 'trigger', kind: 'text-request', ...place } };

function toStep(trace: Trace, effects: Effect[], score?: number): RehearsedStep {
  const reading = {
    candidates: score === undefined ? [] : [{ ...place, score }],
    close: false,
    feedback: [],
    person: null,
    repeats: false,
    entities: [],
  };
  const content = { kind: 'text' as const, text: 'x' };
  return {
    at: 0,
    facts,
    event: { type: 'message', number: 1, content, reading },
    trace,
    effects,
    from: 1,
    to: 1,
  };
}

it('says as what a message was understood, how sure, and where', () => {
  const step = toStep([{ type: 'rule', rule: 'text-request' }], [begun], 0.814);
  expect(toHappenings(step, file, 'bot')).toEqual([
    { key: 'understood-by', values: { name: 'where is my order', percent: 81 }, tone: 'plain', place },
  ]);
});

it('says that two meanings were too close where no flow began', () => {
  const step = toStep([{ type: 'rule', rule: 'text-request' }], []);
  expect(toHappenings(step, file, 'bot').map(({ key }) => key)).toEqual(['two-are-close']);
});

it('counts the misses in a row, also of answers that did not fit', () => {
  const miss: Effect = { type: 'record', record: { what: 'miss', text: 'x', misses: 2 } };
  const refused = toStep(
    [
      { type: 'refuse', ...place },
      { type: 'rule', rule: 'invalid-answer' },
    ],
    [miss],
  );
  expect(toHappenings(refused, file, 'bot').map(({ key }) => key)).toEqual(['not-an-answer', 'missed']);
  const missed = toStep([{ type: 'rule', rule: 'miss' }], [miss]);
  expect(toHappenings(missed, file, 'bot')).toEqual([
    { key: 'missed', values: { count: 2, ordinal: 1 }, tone: 'plain' },
  ]);
});

it('names the department that would be told, and that nobody would get a mail', () => {
  const notify: Effect = {
    type: 'notify',
    what: 'handoff',
    department: 'desk',
    priority: 'normal',
    summary: '',
    cause: null,
  };
  const [, told, mail] = toHappenings(toStep(answered, [notify]), file, 'bot');
  expect(told).toMatchObject({ key: 'department-told', values: { department: 'The desk' } });
  expect(mail?.key).toBe('no-mail');
});

it('leads to the step at which the bot failed', () => {
  const fault: Effect = { type: 'record', record: { what: 'fault', ...place, reason: 'incomplete' } };
  expect(toHappenings(toStep(answered, [fault]), file, 'bot').slice(1)).toEqual([
    { key: 'fault.incomplete', tone: 'failed', place },
  ]);
});

it('has words for every fault and every reason to wait that the interpreter knows', () => {
  const reasons = ['fault', 'reopened', 'unanswered', 'agent-offline', 'returned'] as const;
  const keys = reasons.flatMap((reason) =>
    toHappenings(
      toStep(
        [],
        [{ type: 'handler', to: 'queue', reason, agent: null, department: null, priority: 'normal' }],
      ),
      file,
      'bot',
    ).map(({ key }) => key),
  );
  expect(keys.filter((key) => key.startsWith('waits') && !(key in en.happened))).toEqual([]);
  expect(Object.keys(en.happened.fault)).toEqual(['incomplete', 'runs-on', 'flow-missing', 'too-deep']);
});

it('says why the bot did not look at a message: a person answers, or another system is asked first', () => {
  const step = toStep([], []);
  expect(toHappenings(step, file, 'queue')).toEqual([{ key: 'bot-silent', tone: 'plain' }]);
  expect(toHappenings(step, file, 'bot')).toEqual([{ key: 'taken-later', tone: 'plain' }]);
});
