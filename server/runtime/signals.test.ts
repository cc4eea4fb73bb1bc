import { expect, it } from 'vitest';
import { createSignals, type Signal } from './signals.ts';

const every: Signal[] = [
  { type: 'conversation', conversation: 'c', number: 1, departments: [null], begun: true, at: 1 },
  { type: 'queue', bot: 'b' },
  { type: 'typing', conversation: 'c', from: 'bot', department: null },
  { type: 'status', agent: 'a', status: 'away' },
  { type: 'missed' },
];

it('tells each signal to those who listen for its kind, and to nobody else', () => {
  const signals = createSignals();
  const heard: [by: string, signal: Signal][] = [];
  const note = (by: string) => (signal: Signal) => void heard.push([by, signal]);
  signals.listenConversation(note('conversation'));
  signals.listenQueue(note('queue'));
  signals.listenTyping(note('typing'));
  signals.listenStatus(note('status'));
  signals.listenMissed(note('missed'));
  for (const signal of every) signals.send(signal);
  expect(heard).toEqual(every.map((signal) => [signal.type, signal]));
});
