import { type Word, waitBegins } from '../crash-bot.ts';
import type { Book, BookedCall } from '../load/book.ts';
import type { Check } from '../report.ts';
import type { Outside } from './outside.ts';
import type { Stored } from './stored.ts';
import type { Tokens } from './tokens.ts';

/** What each word must have led to, once. While a person has the conversation the bot is silent. */
const replies: Record<Word, string> = {
  plain: 'Echo',
  note: 'Noted',
  memo: 'Kept',
  think: 'Thought',
  call: 'Called',
  remember: 'Remembered',
  label: 'Labelled',
  person: waitBegins,
};

/** Whether everything that a message led to happened exactly once. */
export function checkEffects(book: Book, stored: Stored, tokens: Tokens, outside: Outside): Check[] {
  const said = book.calls.filter((call) => call.kind === 'say' && call.told[0]?.status === 200);
  const of = (...list: Word[]) => said.filter(({ word }) => word !== null && list.includes(word));
  return [
    once('each message is replied to once', said, (call) => countReplies(call, tokens), true),
    once(
      'each mail and call is queued once',
      of('note', 'call', 'person'),
      ({ token }) => tokens.work(token).length,
    ),
    once('each note is kept once', of('memo'), ({ token }) => tokens.notes(token)),
    checkLeft(stored, outside),
    {
      name: 'no call is made twice',
      of: outside.calls.size,
      findings: [...outside.calls].flatMap(([token, count]) =>
        count > 1 ? [`${token}: ${count} times`] : [],
      ),
    },
    checkMails(said, tokens, outside),
    checkVisits(stored),
    checkTimers(stored),
    checkRemembered(book, stored, tokens),
  ];
}

function once(
  name: string,
  calls: readonly BookedCall[],
  count: (call: BookedCall) => number,
  orNone = false,
): Check {
  const findings = calls.flatMap((call) => {
    const times = count(call);
    const fits = times === 1 || (orNone && times === 0 && mayBeSilent(call));
    return fits ? [] : [`${call.word} ${call.token} after kill ${call.kill}: ${times} times`];
  });
  return { name, of: calls.length, findings };
}

/** Its answer says that a person had the conversation. */
function mayBeSilent({ told }: BookedCall): boolean {
  return (told[0]?.body as { handler?: string } | undefined)?.handler !== 'bot';
}

function countReplies({ word, token }: BookedCall, tokens: Tokens): number {
  const begins = word === null ? '' : `"${replies[word]} ${word} ${token}`;
  const handedOver = `"${replies.person}, ${word} ${token}`;
  return tokens
    .said(token)
    .filter(({ from, parts }) => from === 'bot' && (parts.includes(begins) || parts.includes(handedOver)))
    .length;
}

/** What a dead process had taken up is free again only after its lease; a short run does not wait for that. */
function checkLeft({ outbox }: Stored, { awaitsLeases }: Outside): Check {
  const left = outbox.filter(
    ({ status, attempts }) => status === 'waiting' && (awaitsLeases || attempts === 0),
  );
  return {
    name: 'no outgoing work is left behind',
    of: outbox.length,
    findings: left.map(({ id, kind, attempts }) => `${kind} ${id} after ${attempts} attempts`),
  };
}

/** A mail may come again after a crash, but recognisably: under the same id. */
function checkMails(said: readonly BookedCall[], tokens: Tokens, { mails }: Outside): Check {
  const ids = new Map<string, number>();
  for (const { text } of mails.values()) {
    for (const token of new Set(text.match(/\b[0-9a-f]{12}\b/g))) ids.set(token, (ids.get(token) ?? 0) + 1);
  }
  const sent = said.filter(
    ({ word, token }) => word === 'note' && tokens.work(token).every(({ status }) => status === 'done'),
  );
  return once('each mail arrives under one id', sent, ({ token }) => ids.get(token) ?? 0);
}

/** A step that says something leaves one observation of the visit and one message behind. */
function checkVisits({ observations, messages }: Stored): Check {
  const visits = new Map<string, number>();
  const add = (key: string, by: number) => visits.set(key, (visits.get(key) ?? 0) + by);
  const saying = new Set(messages.map(({ source }) => source).filter((source) => source !== ''));
  for (const { conversation, what, flow, node } of observations) {
    if (what === 'visit' && saying.has(`${flow}/${node}`)) add(`${conversation} ${flow}/${node}`, 1);
  }
  for (const { conversation, source } of messages) {
    if (source !== '') add(`${conversation} ${source}`, -1);
  }
  const findings = [...visits].flatMap(([key, left]) =>
    left === 0 ? [] : [`${key}: ${Math.abs(left)} too ${left > 0 ? 'many' : 'few'}`],
  );
  return { name: 'each visit of a step is observed once', of: visits.size, findings };
}

/** A pause's timer rings at most once a pause, and none is left. */
function checkTimers({ timers, events, messages }: Stored): Check {
  const rung = new Map<string, number>();
  for (const { conversation, type, name } of events) {
    if (type === 'timer' && name === 'wait') rung.set(conversation, (rung.get(conversation) ?? 0) + 1);
  }
  const thoughts = new Map<string, number>();
  for (const { conversation, parts } of messages) {
    if (parts.includes('"Thought think ')) thoughts.set(conversation, (thoughts.get(conversation) ?? 0) + 1);
  }
  return {
    name: 'each timer rings at most once',
    of: [...rung.values()].reduce((sum, count) => sum + count, 0),
    findings: [
      ...timers
        .filter(({ name }) => name === 'wait')
        .map(({ conversation }) => `${conversation}: left behind`),
      ...[...rung].flatMap(([conversation, count]) =>
        count > (thoughts.get(conversation) ?? 0) ? [`${conversation}: ${count} times`] : [],
      ),
    ],
  };
}

/** The contact keeps what the last such message of its conversation said. */
function checkRemembered({ calls }: Book, stored: Stored, tokens: Tokens): Check {
  const last = new Map<string, { number: number; text: string }>();
  for (const { word, token, conversation, told } of calls) {
    if (word !== 'remember' || told[0]?.status !== 200) continue;
    const number = tokens.said(token).find(({ from }) => from === 'customer')?.number ?? 0;
    if (number > (last.get(conversation)?.number ?? 0))
      last.set(conversation, { number, text: `remember ${token}` });
  }
  const contactOf = new Map(stored.conversations.map(({ id, contact }) => [id, contact]));
  const findings = [...last].flatMap(([conversation, { text }]) => {
    const kept = stored.contacts.get(contactOf.get(conversation) ?? '')?.last;
    return kept === text ? [] : [`${conversation}: ${String(kept)} instead of ${text}`];
  });
  return { name: 'contacts keep what was said last', of: last.size, findings };
}
