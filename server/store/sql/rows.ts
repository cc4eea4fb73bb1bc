import type { Insertable, Selectable } from 'kysely';
import type { Priority } from '../../../shared/schema/fields.ts';
import { priorities } from '../../../shared/schema/fields.ts';
import { formatValue, type Value } from '../../../shared/schema/value.ts';
import { toMessageText } from '../message-text.ts';
import { toReceiver } from '../receiver.ts';
import type { ConversationRecord, MessageRecord, OutboxRecord } from '../records.ts';
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './json.ts';
import type { ConversationsTable, OutboxTable, Tables } from './tables.ts';

export function toConversationRow(record: ConversationRecord): Insertable<ConversationsTable> {
  return {
    id: record.id,
    bot: record.bot,
    contact: record.contact,
    channel: record.channel,
    version: record.version,
    state: toJson(record.state),
    last_number: record.lastNumber,
    last_customer_number: record.lastCustomerNumber,
    event_count: record.eventCount,
    last: record.last === null ? null : toJson(record.last),
    started_at: record.startedAt,
    changed_at: record.changedAt,
    page: toJson(record.page),
    search: toSearch(Object.values(record.state.variables)),
    ...toPlaceRow(record),
  };
}

/** Where a conversation is and whose it is. */
export function toPlaceRow(record: ConversationRecord) {
  return {
    handler: record.handler,
    folder: record.folder,
    kept_folder: record.keptFolder,
    department: record.department,
    priority: toRank(record.priority),
    agent_id: record.agent?.id ?? null,
    agent_name: record.agent?.name ?? null,
    waiting_since: record.waitingSince,
    waited: record.waited,
    joined_at: record.joinedAt,
    reason: record.reason,
    ended_at: record.endedAt,
  };
}

export function fromConversationRow(row: Selectable<ConversationsTable>): ConversationRecord {
  return {
    id: row.id,
    bot: row.bot,
    contact: row.contact,
    channel: row.channel as ConversationRecord['channel'],
    version: row.version,
    state: fromJson(row.state),
    handler: row.handler as ConversationRecord['handler'],
    folder: row.folder as ConversationRecord['folder'],
    keptFolder: row.kept_folder as ConversationRecord['keptFolder'],
    department: row.department,
    priority: fromRank(row.priority),
    agent: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name ?? '' },
    lastNumber: row.last_number,
    lastCustomerNumber: row.last_customer_number,
    eventCount: row.event_count,
    waitingSince: row.waiting_since,
    waited: row.waited,
    joinedAt: row.joined_at,
    reason: row.reason,
    last: fromJsonOrNull(row.last),
    startedAt: row.started_at,
    changedAt: row.changed_at,
    endedAt: row.ended_at,
    page: fromJson(row.page),
  };
}

export function toMessageRow(record: MessageRecord): Insertable<Tables['messages']> {
  return {
    id: record.id,
    conversation: record.conversation,
    number: record.number,
    at: record.at,
    sender: toJson(record.from),
    parts: toJson(record.parts),
    source: record.source === null ? null : toJson(record.source),
    feedback: record.feedback,
    search: toMessageText(record.parts).toLowerCase(),
  };
}

export function fromMessageRow(row: Selectable<Tables['messages']>): MessageRecord {
  return {
    id: row.id,
    conversation: row.conversation,
    number: row.number,
    at: row.at,
    from: fromJson(row.sender),
    parts: fromJson(row.parts),
    source: fromJsonOrNull(row.source),
    feedback: row.feedback as MessageRecord['feedback'],
  };
}

export function toOutboxRow(record: OutboxRecord): Insertable<OutboxTable> {
  const { to, payload, error, nextAt, createdAt, ...same } = record;
  return {
    ...same,
    to_text: to,
    payload: toJson(payload),
    error: toJsonOrNull(error),
    next_at: nextAt,
    created_at: createdAt,
    receiver: toReceiver(record),
  };
}

export function fromOutboxRow(row: Selectable<OutboxTable>): OutboxRecord {
  return {
    id: row.id,
    kind: row.kind as OutboxRecord['kind'],
    status: row.status as OutboxRecord['status'],
    conversation: row.conversation,
    to: row.to_text,
    subject: row.subject,
    payload: fromJson(row.payload),
    attempts: row.attempts,
    spent: row.spent,
    nextAt: row.next_at,
    error: fromJsonOrNull(row.error),
    createdAt: row.created_at,
  };
}

/** Values in lower case, one a line, to be searched with LIKE. */
export function toSearch(values: Value[]): string {
  return values.map(formatValue).join('\n').toLowerCase();
}

function toRank(priority: Priority): number {
  return priorities.indexOf(priority);
}

function fromRank(rank: number): Priority {
  return priorities[rank] ?? 'normal';
}
