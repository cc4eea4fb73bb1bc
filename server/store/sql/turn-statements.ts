import type { Insertable } from 'kysely';
import type { OutboxRecord } from '../records.ts';
import type { TurnCommit } from '../store.ts';
import { createInsert } from './insert.ts';
import { toJson, toJsonOrNull } from './json.ts';
import type { KeptSettings } from './kept-settings.ts';
import { toMessageRow, toOutboxRow, toPlaceRow, toSearch } from './rows.ts';
import type { SqlValue, Statement } from './statement.ts';
import type { ConversationsTable } from './tables.ts';

/**
 * All that a turn writes, in order. What can find somebody else first comes first: the caller's own id, then the
 * conversation under its version, so that a turn that is too late has written nothing.
 */
export function toTurnStatements(
  turn: TurnCommit,
  row: Insertable<ConversationsTable>,
  kept: KeptSettings,
): Statement[] {
  const { timers, conversation } = turn;
  return [
    ...(turn.clientCall ? [insertClientCall(turn.clientCall)] : []),
    ...writeConversation(turn, row),
    ...(turn.finished ? [finishWork(turn.finished)] : []),
    ...(turn.contact ? [writeContact(turn.contact)] : []),
    ...insertMessages(turn.messages.map(toMessageParams)),
    ...kept.toStatements(turn.events),
    ...insertEvents(turn.events.map((event) => toEventParams(event, kept))),
    ...insertObservations(toObservationRows(turn)),
    ...insertNotes(turn.notes.map(({ id, at, by, text }) => [id, conversation.id, at, by, text])),
    ...(turn.feedback ? [setFeedback(conversation.id, turn.feedback)] : []),
    ...timers.cancel.map((name) => ({ sql: cancelSql, params: [conversation.id, name] })),
    ...setTimers(timers.set.map(({ name, due }) => [conversation.id, name, due])),
    ...insertOutbox(turn.outbox.map(toOutboxParams)),
  ];
}

const callSql = `insert into client_calls (scope, id, body_hash, answer, at) values (?, ?, ?, ?, ?)
  on conflict (scope, id) do nothing`;

function insertClientCall({
  scope,
  id,
  bodyHash,
  answer,
  at,
}: NonNullable<TurnCommit['clientCall']>): Statement {
  return { sql: callSql, params: [scope, id, bodyHash, toJson(answer), at], must: true };
}

/** What every turn changes. */
const turnColumns = [
  'version',
  'state',
  'last_number',
  'last_customer_number',
  'event_count',
  'last',
  'changed_at',
  'search',
] as const;
/** Where it is and whose it is. Most turns leave that, and naming an indexed column writes its index anew. */
const placeColumns = [
  'handler',
  'folder',
  'kept_folder',
  'department',
  'priority',
  'agent_id',
  'agent_name',
  'waiting_since',
  'waited',
  'joined_at',
  'reason',
  'ended_at',
] as const;
/** What never changes. */
const firstColumns = ['id', 'bot', 'contact', 'channel', 'started_at', 'page'] as const;
const movingColumns = [...turnColumns, ...placeColumns] as const;
const allColumns = [...movingColumns, ...firstColumns] as const;
type Column = (typeof allColumns)[number];

const insertConversation = createInsert('conversations', allColumns);
const stayingSql = toUpdate(turnColumns);
const movingSql = toUpdate(movingColumns);

function toUpdate(columns: readonly Column[]): string {
  const values = columns.map((column) => `${column} = ?`).join(', ');
  return `update conversations set ${values} where id = ? and version = ?`;
}

function writeConversation({ before }: TurnCommit, row: Insertable<ConversationsTable>): Statement[] {
  if (before === null) return insertConversation([toValues(row, allColumns)]);
  const old = toPlaceRow(before);
  const stays = placeColumns.every((column) => old[column] === row[column]);
  const params = toValues(row, stays ? turnColumns : movingColumns);
  params.push(row.id, before.version);
  return [{ sql: stays ? stayingSql : movingSql, params, must: true }];
}

function toValues(row: Insertable<ConversationsTable>, columns: readonly Column[]): SqlValue[] {
  return columns.map((column) => row[column] ?? null);
}

const finishSql = `update outbox set status = ?, error = ?, next_at = null
  where id = ? and status = 'waiting' and attempts = ?`;

function finishWork({ id, attempts, status, error }: NonNullable<TurnCommit['finished']>): Statement {
  return { sql: finishSql, params: [status, toJsonOrNull(error), id, attempts], must: true };
}

const insertContactSql = `insert into contacts (attributes, search, version, id, bot, created_at)
  values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing`;
const updateContactSql =
  'update contacts set attributes = ?, search = ?, version = ? where id = ? and version = ?';

function writeContact({
  id,
  bot,
  attributes,
  version,
  createdAt,
}: NonNullable<TurnCommit['contact']>): Statement {
  const params: SqlValue[] = [toJson(attributes), toSearch(Object.values(attributes)), version, id];
  return version === 1
    ? { sql: insertContactSql, params: [...params, bot, createdAt] }
    : { sql: updateContactSql, params: [...params, version - 1], must: true };
}

const insertMessages = createInsert('messages', [
  'id',
  'conversation',
  'number',
  'at',
  'sender',
  'parts',
  'source',
  'feedback',
  'search',
]);

function toMessageParams(message: TurnCommit['messages'][number]): SqlValue[] {
  const { id, conversation, number, at, sender, parts, source, feedback, search } = toMessageRow(message);
  return [id, conversation, number, at, sender, parts, source ?? null, feedback ?? null, search];
}

const insertEvents = createInsert('events', ['conversation', 'number', 'at', 'release', 'event', 'facts']);

function toEventParams(record: TurnCommit['events'][number], kept: KeptSettings): SqlValue[] {
  const { conversation, number, at, release, event, facts } = record;
  return [conversation, number, at, release, toJson(event), facts === null ? null : kept.toJson(facts)];
}

const insertObservations = createInsert('observations', [
  'conversation',
  'number',
  'at',
  'what',
  'flow',
  'node',
  'data',
]);
/** More than a turn ever observes, so that numbers of one turn stay below those of the next. */
const mostObservations = 10_000;

/** They are numbered by the turn's first event and their place in the turn, so that nothing has to be looked up. */
function toObservationRows({ observations, events }: TurnCommit): SqlValue[][] {
  const first = (events[0]?.number ?? 0) * mostObservations;
  return observations.map(({ conversation, at, what, flow, node, data }, place) => [
    conversation,
    first + place,
    at,
    what,
    flow,
    node,
    toJson(data),
  ]);
}

const insertNotes = createInsert('notes', ['id', 'conversation', 'at', 'by_person', 'text']);

const feedbackSql = 'update messages set feedback = ? where conversation = ? and number = ?';

function setFeedback(
  conversation: string,
  { number, value }: NonNullable<TurnCommit['feedback']>,
): Statement {
  return { sql: feedbackSql, params: [value, conversation, number] };
}

const cancelSql = 'delete from timers where conversation = ? and name = ?';
const setTimers = createInsert(
  'timers',
  ['conversation', 'name', 'due'],
  ' on conflict (conversation, name) do update set due = excluded.due, held_until = 0, attempts = 0',
);

const insertOutbox = createInsert('outbox', [
  'id',
  'kind',
  'status',
  'conversation',
  'to_text',
  'subject',
  'payload',
  'attempts',
  'next_at',
  'error',
  'created_at',
  'receiver',
]);

function toOutboxParams(item: OutboxRecord): SqlValue[] {
  const row = toOutboxRow(item);
  const { id, kind, status, conversation, to_text, subject, payload, attempts, created_at } = row;
  const [nextAt, error, receiver] = [row.next_at ?? null, row.error ?? null, row.receiver ?? null];
  return [
    id,
    kind,
    status,
    conversation ?? null,
    to_text,
    subject,
    payload,
    attempts,
    nextAt,
    error,
    created_at,
    receiver,
  ];
}
