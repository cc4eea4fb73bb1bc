import { expect, test } from 'vitest';
import { checkOwner } from './check-desk.ts';

/** Messages by sender and text, and the log by the types of its events. */
function toStored(list: [from: string, text: string][], events: string[] = []) {
  return {
    messages: list.map(([from, text], index) => ({
      id: `m${index}`,
      conversation: 'c',
      number: index + 1,
      at: index,
      from,
      parts: JSON.stringify([from === 'system' ? { type: 'notice', code: text } : { type: 'text', text }]),
      source: '',
    })),
    events: events.map((type, index) => ({
      conversation: 'c',
      number: index + 1,
      at: index,
      type,
      name: '',
    })),
  };
}

const toFindings = (stored: ReturnType<typeof toStored>) =>
  checkOwner(stored).flatMap(({ findings }) => findings);

test('the bot may speak before a person comes and after the chat is given back', () => {
  const stored = toStored(
    [
      ['bot', 'Hello'],
      ['bot', 'Somebody comes, person a.'],
      ['customer', 'well?'],
      ['system', 'agent-joined'],
      ['agent', 'Hello'],
      ['system', 'bot-back'],
      ['bot', 'Hello again'],
    ],
    ['message', 'agent-joined', 'resolved', 'agent-joined'],
  );
  expect(toFindings(stored)).toEqual([]);
});

test('a message of the bot while a person answers is found', () => {
  const stored = toStored([
    ['system', 'agent-joined'],
    ['customer', 'hello'],
    ['bot', 'Echo'],
  ]);
  expect(toFindings(stored)).toEqual(['c: message 3']);
});

test('a message of the bot while the customer waits is found, the end of the wait is not', () => {
  const wait: [string, string][] = [['bot', 'Somebody comes, person a.']];
  expect(toFindings(toStored([...wait, ['bot', 'Echo']]))).toEqual(['c: message 2']);
  expect(toFindings(toStored([...wait, ['bot', 'All are busy.'], ['bot', 'Echo']]))).toEqual([]);
});

test('a join of what somebody holds is found', () => {
  expect(toFindings(toStored([], ['agent-joined', 'agent-joined']))).toEqual(['c: event 2']);
});
