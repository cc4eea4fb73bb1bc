import { beforeEach, expect, it } from 'vitest';
import { sketch } from '../../../shared/interpreter/testing/sketch.ts';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { toNodeKey, toPortKey } from '../view-store.ts';
import {
  answerCall,
  createSimulator,
  giveThumb,
  join,
  letPass,
  type Opening,
  occur,
  resolve,
  restart,
  type SimulatorStore,
  send,
  setClock,
  setStage,
  writeAsAgent,
} from './simulator.ts';
import { beginning } from './start.ts';
import { toTranscript } from './transcript.ts';

const monday = Date.UTC(2026, 10, 23, 10);
const opening: Opening = {
  stage: { now: monday, agents: 1 },
  clockSet: false,
  language: 'en',
  channel: 'web',
  start: beginning,
};
const minute = 60_000;

const file = sketch(
  {
    main: {
      start: { type: 'conversation-start', to: 'hello' },
      hello: { type: 'message', data: { text: 'Hello' } },
      want: {
        type: 'text-request',
        data: { phrases: [], include: ['person'], match: 'meaning' },
        to: 'mail',
      },
      mail: {
        type: 'ask',
        data: { variable: 'mail', prompt: 'Your e-mail?', answer: 'email', skipIfKnown: true, retries: 2 },
        to: { answered: 'hand', failed: 'hand' },
      },
      hand: {
        type: 'handoff-reply',
        data: { text: 'One moment.', priority: 'normal' },
        to: { 'timed-out': 'late', closed: 'closed' },
      },
      late: { type: 'message', data: { text: 'Nobody came.' } },
      closed: { type: 'message', data: { text: 'We are closed.' } },
      status: {
        type: 'text-request',
        data: { phrases: ['where is my parcel'], match: 'meaning' },
        to: 'call',
      },
      call: {
        type: 'http-request',
        data: {
          method: 'GET',
          url: 'https://x.example',
          save: [{ path: 'state', variable: 'state' }],
          timeoutSeconds: 5,
        },
        to: { ok: 'told', failed: 'sorry' },
      },
      told: { type: 'message', data: { text: 'It is {{state}}.' } },
      sorry: { type: 'message', data: { text: 'I cannot see that.' } },
    },
    other: {
      begin: { type: 'flow-start', data: { forAgents: false }, to: 'here' },
      here: { type: 'message', data: { text: 'In the other flow.' } },
    },
  },
  {
    handoff: { ...sketch({}).bot.handoff, notify: { emails: ['desk@example.com'] } },
    variables: ['mail', 'state'].map((name) => ({ name, type: 'text', scope: 'conversation' })),
  },
);

let store: SimulatorStore;
beforeEach(() => {
  store = createSimulator(file, opening);
});

const now = () => store.getState();
const lastSaid = () =>
  now()
    .rehearsal.transcript.at(-1)
    ?.parts.find((part) => part.type === 'text');
const happened = () =>
  toTranscript(now().rehearsal, file).flatMap((item) =>
    item.type === 'happening' ? [item.happening.key] : [],
  );

it('greets, asks, hands over and marks what it has learnt, and lights up the way it took', () => {
  expect(lastSaid()).toEqual({ type: 'text', text: 'Hello' });
  send(store, { text: 'I want to talk to a person' });
  expect(now().path.current).toBe(toNodeKey('main', 'mail'));
  send(store, { text: 'it is anna@example.com' });
  expect(now().rehearsal.state.handler).toBe('queue');
  expect([...now().changed]).toEqual(['mail', 'contact.email']);
  expect(now().path.leftPorts).toContain(toPortKey('main', 'mail', 'answered'));
  expect(happened()).toEqual([
    'asked-for-person',
    'answered',
    'remembered',
    'waits',
    'agents-told',
    'mail-sent',
  ]);
});

it('lets the designer be the agent: join, write, resolve', () => {
  send(store, { text: 'I want to talk to a person' });
  join(store);
  writeAsAgent(store, 'Hello, Alex here.');
  expect(now().rehearsal.transcript.at(-1)?.from).toEqual({ kind: 'agent', name: 'Alex' });
  send(store, { text: 'thanks' });
  expect(happened().at(-1)).toBe('bot-silent');
  resolve(store, 'Solved', null);
  expect(now().rehearsal.state).toMatchObject({ handler: 'bot', outcome: 'Solved' });
});

it('waits for the designer to say how a call to the outside went, and keeps what it brought', () => {
  send(store, { text: 'where is my parcel' });
  const [call] = now().rehearsal.outside;
  expect(call?.type).toBe('http');
  answerCall(store, call!.id, { ok: true, variables: { state: 'on its way' } });
  expect(lastSaid()).toEqual({ type: 'text', text: 'It is on its way.' });
  expect(now().rehearsal.outside).toEqual([]);
});

it('rings timers in their turn when time passes, and keeps their distance when the clock is set', () => {
  send(store, { text: 'I want to talk to a person' });
  send(store, { text: 'anna@example.com' });
  setClock(store, monday + 48 * 60 * minute);
  expect(now().rehearsal.state.handler).toBe('queue');
  letPass(store, 4 * minute);
  expect(now().rehearsal.state.handler).toBe('queue');
  letPass(store, 2 * minute);
  expect(lastSaid()).toEqual({ type: 'text', text: 'Nobody came.' });
  expect(now().rehearsal.timers).toEqual([]);
  expect(happened().slice(-2)).toEqual(['rung.handoff-wait', 'bot-answers']);
});

it('notices at once that the last agent has left while somebody waits', () => {
  send(store, { text: 'I want to talk to a person' });
  send(store, { text: 'anna@example.com' });
  setStage(store, { agents: 0 });
  expect(lastSaid()).toEqual({ type: 'text', text: 'Nobody came.' });
});

it('judges the hours by the switch, whatever the calendar says', () => {
  setStage(store, { open: false });
  send(store, { text: 'I want to talk to a person' });
  send(store, { text: 'anna@example.com' });
  expect(lastSaid()).toEqual({ type: 'text', text: 'We are closed.' });
});

it('begins again with the drawing of now, the world as it was set, and an empty way', () => {
  send(store, { text: 'I want to talk to a person' });
  setStage(store, { agents: 3, open: false });
  const changed: DraftFile = structuredClone(file);
  changed.flows[0]!.nodes.find(({ id }) => id === 'hello')!.data.text = 'Good day';
  restart(store, changed, now().opening, monday + minute);
  expect(lastSaid()).toEqual({ type: 'text', text: 'Good day' });
  expect(now().rehearsal.stage).toEqual({ now: monday + minute, agents: 3, open: false });
  expect([...now().path.enteredNodes]).toEqual([toNodeKey('main', 'start'), toNodeKey('main', 'hello')]);
});

it('keeps a clock that was set when it begins again', () => {
  setClock(store, monday + 60 * minute);
  restart(store, file, now().opening, monday + 5 * minute);
  expect(now().rehearsal.stage.now).toBe(monday + 60 * minute);
});

it('keeps the model when only words that nobody classifies by have changed', () => {
  const { model } = now().play;
  restart(store, structuredClone(file), opening, monday);
  expect(now().play.model).toBe(model);
});

it('begins with one flow alone', () => {
  restart(store, file, { ...opening, start: { type: 'flow', flow: 'other' } }, monday);
  expect(lastSaid()).toEqual({ type: 'text', text: 'In the other flow.' });
  expect(now().rehearsal.transcript).toHaveLength(1);
});

it('tells that a thumb down has nothing drawn for it, and remembers the thumb', () => {
  giveThumb(store, 'message-1', 'down');
  expect(now().thumbs).toEqual({ 'message-1': 'down' });
  expect(happened().at(-1)).toMatch(/^thumb-down/);
});

it('takes the customer out of the queue', () => {
  send(store, { text: 'I want to talk to a person' });
  send(store, { text: 'anna@example.com' });
  occur(store, { type: 'cancelled' });
  expect(now().rehearsal.state.handler).toBe('bot');
});
