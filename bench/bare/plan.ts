import { createIds } from '../../server/runtime/ids.ts';
import type { Filler, RecordedTurn, Recording } from '../record/recording.ts';

export type Param = string | number | null;

/** What a bare server does for one message: the writes of a recorded turn with this call's ids, numbers and times. */
export interface Plan {
  turn: RecordedTurn;
  /** For each of the turn's writes. */
  params: Param[][];
}

/** What a customer's call brings, as Baton's own message route takes it. */
export interface Body {
  id: string;
  text?: string;
  choice?: { option: string };
}

/** Numbers of each conversation: by column of `conversations`, and the last number in each numbered table. */
export type Counters = Map<string, Record<string, number>>;

/** Picks for each message a turn that was recorded for the same words; those of one kind take turns. */
export function createPlanner(recording: Recording, counters: Counters): (id: string, body: Body) => Plan {
  const kinds = new Map<string, { turns: RecordedTurn[]; next: number }>();
  for (const turn of recording.turns) {
    const kind = kinds.get(toKind(turn.said)) ?? { turns: [], next: 0 };
    kind.turns.push(turn);
    kinds.set(toKind(turn.said), kind);
  }
  return (id, body) => {
    const kind = kinds.get(toKind(body));
    const turn = kind?.turns[kind.next % kind.turns.length];
    const counts = counters.get(id);
    if (!kind || !turn || !counts) throw new Error('This message, or this conversation, was not recorded.');
    kind.next += 1;
    const now = Date.now();
    const params = turn.writes.map((write) =>
      write.params.map((filler) => fill(filler, id, body.id, counts, now)),
    );
    return { turn, params };
  };
}

/** Reads the counters through any database's rows. */
export async function readCounters(
  recording: Recording,
  query: (sql: string) => Promise<Record<string, unknown>[]>,
): Promise<Counters> {
  const fillers = recording.turns.flatMap(({ writes }) => writes.flatMap(({ params }) => params));
  const columns = [...new Set(fillers.flatMap((filler) => (filler.is === 'raised' ? [filler.column] : [])))];
  const counters: Counters = new Map();
  for (const row of await query(`select ${['id', ...columns].join(', ')} from conversations`)) {
    counters.set(String(row.id), Object.fromEntries(columns.map((column) => [column, Number(row[column])])));
  }
  for (const table of recording.numberedTables) {
    const rows = await query(
      `select conversation, max(number) as number from ${table} group by conversation`,
    );
    for (const row of rows) {
      const counts = counters.get(String(row.conversation));
      if (counts) counts[`#${table}`] = Number(row.number);
    }
  }
  return counters;
}

/** Ids as Baton's own, since how they sort is part of what they cost. */
const newId = createIds({ now: Date.now });

function fill(
  filler: Filler,
  conversation: string,
  call: string,
  counts: Record<string, number>,
  now: number,
): Param {
  switch (filler.is) {
    case 'same':
      return filler.value;
    case 'conversation':
      return conversation;
    case 'call':
      return call;
    case 'fresh':
      return newId();
    case 'now':
      return now + filler.later;
    case 'next':
      return raise(counts, `#${filler.table}`, 1);
    case 'raised':
      return raise(counts, filler.column, filler.by);
  }
}

function raise(counts: Record<string, number>, name: string, by: number): number {
  const raised = (counts[name] ?? 0) + by;
  counts[name] = raised;
  return raised;
}

function toKind(said: { text?: string; choice?: { option: string } }): string {
  return said.text ?? `choice ${said.choice?.option}`;
}
