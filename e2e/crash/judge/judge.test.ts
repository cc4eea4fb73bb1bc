import { expect, test } from 'vitest';
import { type Book, book, createBook } from '../load/book.ts';
import type { Check } from '../report.ts';
import { judge } from './judge.ts';
import type { Outside } from './outside.ts';
import type { Stored, StoredMessage } from './stored.ts';

const token = 'aaaaaaaaaaaa';
const outside = (): Outside => ({ calls: new Map(), mails: new Map(), awaitsLeases: true });

function toMessage(number: number, from: string, text: string, source = ''): StoredMessage {
  const parts = JSON.stringify([{ type: 'text', text }]);
  return { id: `m${number}`, conversation: 'c', number, at: number, from, parts, source };
}

/** One conversation in which a note was asked for and made, and what its customer was told. */
function toGood(): { told: Book; stored: Stored } {
  const messages = [
    toMessage(1, 'customer', `note ${token}`),
    toMessage(2, 'bot', `Noted note ${token}.`, 'note/step-2'),
  ];
  const told = createBook();
  book(told, { kind: 'open', id: 'o', conversation: 'c', token: 'bbbbbbbbbbbb' }).told.push({
    status: 201,
    body: {},
  });
  const answered = messages.map(({ id, number, from, parts }) => ({
    id,
    number,
    from: { kind: from },
    parts: JSON.parse(parts),
  }));
  const answer = { status: 200, body: { handler: 'bot', messages: answered } };
  book(told, { kind: 'say', id: 's', conversation: 'c', token, word: 'note' }).told.push(answer, answer);
  const stored: Stored = {
    conversations: [{ id: 'c', contact: 'p', handler: 'bot', lastNumber: 2, eventCount: 1 }],
    messages,
    events: [{ conversation: 'c', number: 1, at: 1, type: 'message', name: '' }],
    observations: [{ conversation: 'c', number: 1, what: 'visit', flow: 'note', node: 'step-2' }],
    timers: [],
    outbox: [{ id: 'w', kind: 'mail', status: 'done', attempts: 1, text: `Ticket note ${token}` }],
    notes: [],
    contacts: new Map([['p', {}]]),
  };
  return { told, stored };
}

const mailed = (): Outside => ({
  ...outside(),
  mails: new Map([['<w@host>', { count: 2, text: `Subject: Ticket note ${token}` }]]),
});

function toFailed(checks: Check[]): string[] {
  return checks.filter(({ findings }) => findings.length > 0).map(({ name }) => name);
}

test('a good run has no findings', () => {
  const { told, stored } = toGood();
  expect(toFailed(judge(told, stored, mailed()))).toEqual([]);
});

test.each<[string, string[], (good: ReturnType<typeof toGood>) => void]>([
  [
    'an accepted message that is not there',
    [
      'no accepted message is lost',
      'each conversation counts what it has',
      'each message is replied to once',
    ],
    ({ stored }) => {
      stored.messages.length = 0;
    },
  ],
  [
    'an answered message that is stored otherwise',
    ['no accepted message is lost'],
    ({ stored }) => {
      stored.messages[1]!.parts = JSON.stringify([{ type: 'text', text: `Noted note ${token}. Or so.` }]);
    },
  ],
  [
    'a message that is there twice',
    ['no accepted message is doubled', 'each conversation counts what it has'],
    ({ stored }) => {
      stored.messages.push({ ...toMessage(3, 'customer', `note ${token}`) });
    },
  ],
  [
    'a gap in the numbers',
    ['no accepted message is lost', 'messages are numbered without gaps from 1'],
    ({ stored }) => {
      stored.messages[1]!.number = 3;
    },
  ],
  [
    'a mail that is queued twice',
    ['each mail and call is queued once'],
    ({ stored }) => {
      stored.outbox.push({ ...stored.outbox[0]!, id: 'w2' });
    },
  ],
  [
    'work that nobody does',
    ['no outgoing work is left behind'],
    ({ stored }) => {
      stored.outbox[0]!.status = 'waiting';
    },
  ],
  [
    'a visit that is observed twice',
    ['each visit of a step is observed once'],
    ({ stored }) => {
      stored.observations.push({ ...stored.observations[0]!, number: 2 });
    },
  ],
  [
    'a timer that rang although nothing waited',
    ['each timer rings at most once'],
    ({ stored }) => {
      stored.events[0] = { ...stored.events[0]!, type: 'timer', name: 'wait' };
    },
  ],
  [
    'a repeat that was told something else',
    ['a repeat gets the first answer'],
    ({ told }) => {
      told.calls[1]!.told[1] = { status: 200, body: { handler: 'bot', messages: [] } };
    },
  ],
  [
    'a refused call',
    ['every answer is a success', 'a repeat gets the first answer'],
    ({ told }) => {
      told.calls[1]!.told[1] = { status: 500, body: {} };
    },
  ],
  [
    'another body that was taken under the same id',
    ['the same id with another body is refused'],
    ({ told }) => {
      told.misuses.push({
        id: 's',
        conversation: 'c',
        token: 'cccccccccccc',
        told: { status: 200, body: {} },
      });
    },
  ],
  [
    'a second conversation for one opening',
    ['no conversation is opened twice'],
    ({ stored }) => {
      stored.conversations.push({ ...stored.conversations[0]!, id: 'd', lastNumber: 0, eventCount: 0 });
    },
  ],
  [
    'a resolve that happened twice',
    ['each conversation counts what it has', 'each resolve happens once'],
    ({ told, stored }) => {
      const call = book(told, { kind: 'resolve', id: 'r', conversation: 'c', token: 'dddddddddddd' });
      call.told.push({ status: 200, body: {} });
      const event = { conversation: 'c', at: 1, type: 'resolved', name: '' };
      stored.events.push({ ...event, number: 2 }, { ...event, number: 3 });
    },
  ],
])('%s is found', (_what, names, spoil) => {
  const good = toGood();
  spoil(good);
  expect(toFailed(judge(good.told, good.stored, mailed()))).toEqual(names);
});

test('a call that reached the other system twice, and a mail under two ids, are found', () => {
  const { told, stored } = toGood();
  const reached = mailed();
  reached.calls.set(token, 2);
  reached.mails.set('<v@host>', { count: 1, text: token });
  expect(toFailed(judge(told, stored, reached))).toEqual([
    'no call is made twice',
    'each mail arrives under one id',
  ]);
});
