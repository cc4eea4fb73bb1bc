import type { Stored, StoredConversation, StoredEvent, StoredMessage } from './stored.ts';

type Row = Record<string, unknown>;

/** Runs a query and answers its rows; both databases know the same tables. */
export type Query = (sql: string) => Row[] | Promise<Row[]>;

/** Reads everything that is judged. Numbers that a driver hands out as text are taken as numbers. */
export async function readStored(query: Query): Promise<Stored> {
  const read = async <Item>(sql: string, toItem: (row: Row) => Item) => (await query(sql)).map(toItem);
  const contacts = await read('select id, attributes from contacts', (row) => [
    text(row.id),
    toObject(row.attributes),
  ]);
  return {
    conversations: await read('select * from conversations order by id', toConversation),
    messages: await read('select * from messages order by conversation, number', toMessage),
    events: await read('select * from events order by conversation, number', toEvent),
    observations: await read('select * from observations order by conversation, number', (row) => ({
      conversation: text(row.conversation),
      number: Number(row.number),
      what: text(row.what),
      flow: text(row.flow),
      node: text(row.node),
    })),
    timers: await read('select conversation, name from timers', (row) => ({
      conversation: text(row.conversation),
      name: text(row.name),
    })),
    outbox: await read('select * from outbox', (row) => ({
      id: text(row.id),
      kind: text(row.kind),
      status: text(row.status),
      attempts: Number(row.attempts),
      text: `${text(row.subject)} ${text(row.payload)}`,
    })),
    notes: await read('select conversation, text from notes', (row) => ({
      conversation: text(row.conversation),
      text: text(row.text),
    })),
    contacts: new Map(contacts as [string, Row][]),
  };
}

function toConversation(row: Row): StoredConversation {
  return {
    id: text(row.id),
    contact: text(row.contact),
    handler: text(row.handler),
    lastNumber: Number(row.last_number),
    eventCount: Number(row.event_count),
  };
}

function toMessage(row: Row): StoredMessage {
  const source = toObject(row.source);
  return {
    id: text(row.id),
    conversation: text(row.conversation),
    number: Number(row.number),
    at: Number(row.at),
    from: text(toObject(row.sender).kind),
    parts: text(row.parts),
    source: row.source ? `${text(source.flow)}/${text(source.node)}` : '',
  };
}

function toEvent(row: Row): StoredEvent {
  const event = toObject(row.event);
  return {
    conversation: text(row.conversation),
    number: Number(row.number),
    at: Number(row.at),
    type: text(event.type),
    name: text(event.name),
  };
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function toObject(value: unknown): Row {
  return typeof value === 'string' && value !== '' ? JSON.parse(value) : ((value ?? {}) as Row);
}
