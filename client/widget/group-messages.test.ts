import { expect, test } from 'vitest';
import type { Message } from '../../shared/schema/message.ts';
import { groupMessages } from './group-messages.ts';

let number = 0;
function message(kind: Message['from']['kind'], at: string, name?: string): Message {
  number += 1;
  return { id: `${number}`, number, at, from: { kind, ...(name && { name }) }, parts: [] };
}

function toSizes(messages: Message[]): number[] {
  return groupMessages(messages).map((group) => group.messages.length);
}

test('one speaker in a row stands under one name', () => {
  const at = '2026-11-21T10:00:00Z';
  expect(
    toSizes([message('bot', at), message('bot', at), message('customer', at), message('bot', at)]),
  ).toEqual([2, 1, 1]);
});

test('two people are two speakers', () => {
  const at = '2026-11-21T10:00:00Z';
  expect(toSizes([message('agent', at, 'Anna'), message('agent', at, 'Piet')])).toEqual([1, 1]);
});

test('a pause or a new day begins anew, and a new day says so', () => {
  const groups = groupMessages([
    message('bot', '2026-11-21T10:00:00Z'),
    message('bot', '2026-11-21T10:11:00Z'),
    message('bot', '2026-11-23T10:11:30Z'),
  ]);
  expect(groups.map(({ startsDay }) => startsDay)).toEqual([true, false, true]);
});
