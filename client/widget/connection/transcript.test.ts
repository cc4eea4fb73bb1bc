import { expect, test } from 'vitest';
import type { Message } from '../../../shared/schema/message.ts';
import { mergeMessages, toLastNumber } from './transcript.ts';

function messages(...numbers: number[]): Message[] {
  return numbers.map((number) => ({ id: `${number}`, number, at: '', from: { kind: 'bot' }, parts: [] }));
}

test('new messages are added in order, known ones are not', () => {
  const { messages: merged, gap } = mergeMessages(messages(1, 2), messages(3, 2, 4));
  expect(merged.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(gap).toBe(false);
});

test('what lies behind a gap is left out and told', () => {
  const { messages: merged, gap } = mergeMessages(messages(1), messages(2, 4));
  expect(toLastNumber(merged)).toBe(2);
  expect(gap).toBe(true);
});

test('nothing new leaves the very same list', () => {
  const known = messages(1);
  expect(mergeMessages(known, messages(1)).messages).toBe(known);
});
