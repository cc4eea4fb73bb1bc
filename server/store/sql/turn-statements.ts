import type { Insertable } from 'kysely';
import type { OutboxRecord } from '../records.ts';
import type { TurnCommit } from '../store.ts';
import { toJson, toJsonOrNull } from './json.ts';
import { toConversationRow, toMessageRow, toOutboxRow, toSearch } from './rows.ts';
import type { SqlValue, Statement } from './statement.ts';
import type { ConversationsTable } from './tables.ts';

/**
 * All that a turn writes, in order. What can find somebody else first comes first: the caller's own id, then the
 * conversation under its version, so that a turn that is too late has written nothing.
 */
export function toTurnStatements(turn: TurnCommit, row = toConversationRow(turn.conversation)): Statement[] {
  const statements: Statement[] = [];
  if (turn.clientCall) statements.push(insertClientCall(turn.clientCall));
  statements.push(writeConversation(row));
  if (turn.finished) statements.push(finishWork(turn.finished));
  if (turn.contact) statements.push(writeContact(turn.contact));
  pushTranscript(turn, statements);
  for (const name of turn.timers.cancel) statements.push(cancelTimer(turn.conversation.id, name));
  for (const { name, due } of turn.timers.set) statements.push(setTimer(turn.conversation.id, name, due));
  for (const item of turn.outbox) statements.push(insertOutbox(item));
  return statements;
}

function pushTranscript(turn: TurnCommit, statements: Statement[]): void {
  for (const message of turn.messages) statements.push(insertMessage(message));
  for (const event of turn.events) statements.push(insertEvent(event));
  for (const observation of turn.observations) statements.push(insertObservation(observation));
  for (const note of turn.notes) statements.push(insertNote(note));
  if (turn.feedback) statements.push(setFeedback(turn.conversation.id, turn.feedback));
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

/** The id comes last, where an update asks for it. */
const conversationColumns = [
  'bot',
  'contact',
  'channel',
  'version',
  'state',
  'handler',
  'folder',
  'kept_folder',
  'department',
  'priority',
  'agent_id',
  'agent_name',
  'last_number',
  'last_customer_number',
  'event_count',
  'waiting_since',
  'waited',
  'joined_at',
  'reason',
  'last',
  'started_at',
  'changed_at',
  'ended_at',
  'page',
  'search',
  'id',
] as const;
const insertConversationSql = `insert into conversations (${conversationColumns.join(', ')})
  values (${conversationColumns.map(() => '?').join(', ')})`;
const updateConversationSql = `update conversations set
  ${conversationColumns
    .slice(0, -1)
    .map((column) => `${column} = ?`)
    .join(', ')}
  where id = ? and version = ?`;

function writeConversation(row: Insertable<ConversationsTable>): Statement {
  const params: SqlValue[] = conversationColumns.map((column) => row[column] ?? null);
  if (row.version === 1) return { sql: insertConversationSql, params };
  params.push(row.version - 1);
  return { sql: updateConversationSql, params, must: true };
}

const finishSql = `update outbox set status = ?, error = ?, next_at = null where id = ? and status = 'waiting'`;

function finishWork({ id, status, error }: NonNullable<TurnCommit['finished']>): Statement {
  return { sql: finishSql, params: [status, toJsonOrNull(error), id], must: true };
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

const messageSql = `insert into messages (id, conversation, number, at, sender, parts, source, feedback, search)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function insertMessage(message: TurnCommit['messages'][number]): Statement {
  const row = toMessageRow(message);
  const params: SqlValue[] = [row.id, row.conversation, row.number, row.at, row.sender, row.parts];
  params.push(row.source ?? null, row.feedback ?? null, row.search);
  return { sql: messageSql, params };
}

const eventSql =
  'insert into events (conversation, number, at, release, event, facts) values (?, ?, ?, ?, ?, ?)';

function insertEvent({
  conversation,
  number,
  at,
  release,
  event,
  facts,
}: TurnCommit['events'][number]): Statement {
  return { sql: eventSql, params: [conversation, number, at, release, toJson(event), toJsonOrNull(facts)] };
}

const observationSql = `insert into observations (conversation, number, at, what, flow, node, data) values (?,
  (select coalesce(max(number), 0) + 1 from observations where conversation = ?), ?, ?, ?, ?, ?)`;

function insertObservation(observation: TurnCommit['observations'][number]): Statement {
  const { conversation, at, what, flow, node, data } = observation;
  return { sql: observationSql, params: [conversation, conversation, at, what, flow, node, toJson(data)] };
}

const noteSql = 'insert into notes (id, conversation, at, by_person, text) values (?, ?, ?, ?, ?)';

function insertNote({ id, conversation, at, by, text }: TurnCommit['notes'][number]): Statement {
  return { sql: noteSql, params: [id, conversation, at, by, text] };
}

const feedbackSql = 'update messages set feedback = ? where conversation = ? and number = ?';

function setFeedback(
  conversation: string,
  { number, value }: NonNullable<TurnCommit['feedback']>,
): Statement {
  return { sql: feedbackSql, params: [value, conversation, number] };
}

const cancelSql = 'delete from timers where conversation = ? and name = ?';
const setTimerSql = `insert into timers (conversation, name, due) values (?, ?, ?)
  on conflict (conversation, name) do update set due = excluded.due`;

function cancelTimer(conversation: string, name: string): Statement {
  return { sql: cancelSql, params: [conversation, name] };
}

function setTimer(conversation: string, name: string, due: number): Statement {
  return { sql: setTimerSql, params: [conversation, name, due] };
}

const outboxSql = `insert into outbox
  (id, kind, status, conversation, to_text, subject, payload, attempts, next_at, error, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function insertOutbox(item: OutboxRecord): Statement {
  const row = toOutboxRow(item);
  const params: SqlValue[] = [
    row.id,
    row.kind,
    row.status,
    row.conversation ?? null,
    row.to_text,
    row.subject,
  ];
  params.push(row.payload, row.attempts, row.next_at ?? null, row.error ?? null, row.created_at);
  return { sql: outboxSql, params };
}
