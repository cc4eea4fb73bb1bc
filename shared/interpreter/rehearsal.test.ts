import { expect, it } from 'vitest';
import { compileBot } from '../graph/compile.ts';
import { toReadingTriggers } from '../graph/to-reading-triggers.ts';
import { trainModel } from '../understanding/train.ts';
import {
  agentWrites,
  answerOutside,
  customerSends,
  happen,
  type Play,
  pass,
  toRehearsal,
} from './rehearsal.ts';
import { sketch } from './testing/sketch.ts';

const file = sketch(
  {
    main: {
      want: { type: 'text-request', data: { phrases: [], include: ['person'] }, to: 'ticket' },
      ticket: {
        type: 'ticket',
        data: { integration: 'inbox', subject: 'Help', body: '' },
        to: { created: 'reply', failed: 'sorry' },
      },
      reply: {
        type: 'handoff-reply',
        data: { text: 'One moment.', priority: 'normal', waitMinutes: 2 },
        to: { 'timed-out': 'late' },
      },
      sorry: { type: 'message', data: { text: 'No ticket.' } },
      late: { type: 'message', data: { text: 'Nobody came.' } },
    },
  },
  { languages: ['en'] },
);

function rehearse(): { play: Play; begun: ReturnType<typeof toRehearsal> } {
  const release = compileBot(file, 1);
  const model = trainModel(toReadingTriggers(release), { languages: ['en'], strictness: 'balanced' });
  const play = { release, model };
  return { play, begun: toRehearsal(play, { stage: { now: 0, agents: 1 }, language: 'en' }) };
}

it('plays a handoff with the outside, the clock and an agent, and leaves what it was given untouched', () => {
  const { play, begun } = rehearse();
  const asked = customerSends(play, begun, { text: 'Let me talk to a human' });
  expect(asked.outside.map(({ id }) => id)).toEqual(['ticket-2']);
  const queued = answerOutside(play, asked, 'ticket-2', { ok: true });
  expect(queued.state.handler).toBe('queue');
  expect(queued.log.at(-1)).toMatchObject({ event: { type: 'ticket-result' }, from: 1, to: 2 });
  expect(queued.log.at(-1)?.effects.filter(({ type }) => type === 'notify')).toHaveLength(1);
  const late = pass(play, queued, 3 * 60_000);
  expect(late.transcript.at(-1)?.parts).toEqual([{ type: 'text', text: 'Nobody came.' }]);
  expect(late.stage.now).toBe(180_000);
  expect(late.log.at(-1)).toMatchObject({ at: 120_000, event: { type: 'timer', name: 'handoff-wait' } });
  const agent = { id: 'anna', name: 'Anna' };
  const joined = happen(play, queued, { type: 'agent-joined', agent });
  const written = agentWrites(play, joined, agent, 'Hello');
  expect(written.transcript.at(-1)).toMatchObject({ number: 4, from: { kind: 'agent', name: 'Anna' } });
  expect(begun.transcript).toEqual([]);
});
