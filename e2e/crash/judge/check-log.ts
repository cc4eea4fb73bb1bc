import type { Check } from '../report.ts';
import type { Stored } from './stored.ts';

interface Numbered {
  conversation: string;
  number: number;
}

/** Whether numbers have no gaps, and whether each conversation's counts agree with its rows. */
export function checkLog(stored: Stored): Check[] {
  const { conversations, messages, events } = stored;
  const last = countRows(messages);
  const logged = countRows(events);
  return [
    gapless('messages are numbered without gaps from 1', messages),
    gapless('events are numbered without gaps from 1', events),
    {
      name: 'each conversation counts what it has',
      of: conversations.length,
      findings: conversations.flatMap(({ id, lastNumber, eventCount }) => [
        ...(lastNumber === (last.get(id) ?? 0)
          ? []
          : [`${id}: ${lastNumber} messages, ${last.get(id)} rows`]),
        ...(eventCount === (logged.get(id) ?? 0)
          ? []
          : [`${id}: ${eventCount} events, ${logged.get(id)} rows`]),
      ]),
    },
    checkTimes(stored),
  ];
}

/** Rows are read in the order of their numbers. */
function gapless(name: string, rows: readonly Numbered[]): Check {
  const findings: string[] = [];
  let before: Numbered = { conversation: '', number: 0 };
  for (const row of rows) {
    const expected = row.conversation === before.conversation ? before.number + 1 : 1;
    if (row.number !== expected)
      findings.push(`${row.conversation}: ${row.number} where ${expected} belongs`);
    before = row;
  }
  return { name, of: rows.length, findings };
}

function countRows(rows: readonly Numbered[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { conversation } of rows) counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
  return counts;
}

function checkTimes({ messages }: Stored): Check {
  const findings = messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const earlier = before?.conversation === message.conversation && before.at > message.at;
    return earlier ? [`${message.conversation}: ${message.number} is older than the one before`] : [];
  });
  return { name: 'messages are in the order of their times', of: messages.length, findings };
}
