import { describe, expect, it } from 'vitest';
import type { Message } from '../../shared/schema/message.ts';
import { mergeMessages } from './merge-messages.ts';

function messages(...numbers: number[]): Message[] {
  return numbers.map((number) => ({
    id: `m${number}`,
    number,
    at: '2026-11-21T08:00:00.000Z',
    from: { kind: 'customer' },
    parts: [{ type: 'text', text: String(number) }],
  }));
}
const numbersOf = (merged: Message[]) => merged.map(({ number }) => number);

describe('merging messages', () => {
  it('keeps earlier messages when newer ones are read', () => {
    expect(numbersOf(mergeMessages(messages(1, 2, 3), messages(3, 4)))).toEqual([1, 2, 3, 4]);
  });

  it('puts earlier messages before those on screen', () => {
    expect(numbersOf(mergeMessages(messages(3, 4), messages(1, 2)))).toEqual([1, 2, 3, 4]);
  });

  it('keeps only the newer stretch where the two do not meet', () => {
    expect(numbersOf(mergeMessages(messages(1, 2), messages(201, 202)))).toEqual([201, 202]);
  });
});
