import type { Transaction } from 'kysely';
import type { ContactRecord } from '../records.ts';
import type { TurnCommit } from '../store.ts';
import { fromJson, toJson, toJsonOrNull } from './json.ts';
import { toConversationRow, toMessageRow, toOutboxRow, toSearch } from './rows.ts';
import type { Tables } from './tables.ts';

/** Thrown inside the transaction to undo it; nobody outside sees it. */
class Conflict extends Error {}

/** Runs a turn's writes in the transaction that `run` opens; a conflict rolls back and is the answer. */
export async function commitTurn(
  run: (work: (tx: Transaction<Tables>) => Promise<void>) => Promise<void>,
  turn: TurnCommit,
): Promise<'done' | 'conflict'> {
  try {
    await run((tx) => writeTurn(tx, turn));
    return 'done';
  } catch (error) {
    if (error instanceof Conflict) return 'conflict';
    throw error;
  }
}

async function writeTurn(tx: Transaction<Tables>, turn: TurnCommit): Promise<void> {
  await writeConversation(tx, turn);
  await writeContact(tx, turn);
  await writeTranscript(tx, turn);
  await writeTimers(tx, turn);
  await writeWork(tx, turn);
}

async function writeConversation(tx: Transaction<Tables>, { conversation }: TurnCommit): Promise<void> {
  const { id, ...row } = toConversationRow(conversation);
  if (conversation.version === 1) {
    await tx
      .insertInto('conversations')
      .values({ id, ...row })
      .execute();
    return;
  }
  const { numUpdatedRows } = await tx
    .updateTable('conversations')
    .set(row)
    .where('id', '=', id)
    .where('version', '=', conversation.version - 1)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Conflict();
}

async function writeContact(tx: Transaction<Tables>, turn: TurnCommit): Promise<void> {
  if (turn.newContact) await insertContact(tx, turn.newContact);
  if (Object.keys(turn.remember).length === 0) return;
  const id = turn.conversation.contact;
  const row = await tx.selectFrom('contacts').select('attributes').where('id', '=', id).executeTakeFirst();
  const attributes = { ...fromJson<ContactRecord['attributes']>(row?.attributes ?? '{}'), ...turn.remember };
  await tx
    .updateTable('contacts')
    .set({ attributes: toJson(attributes), search: toSearch(Object.values(attributes)) })
    .where('id', '=', id)
    .execute();
}

async function insertContact(tx: Transaction<Tables>, contact: ContactRecord): Promise<void> {
  await tx
    .insertInto('contacts')
    .values({
      id: contact.id,
      bot: contact.bot,
      attributes: toJson(contact.attributes),
      search: toSearch(Object.values(contact.attributes)),
      created_at: contact.createdAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function writeTranscript(tx: Transaction<Tables>, turn: TurnCommit): Promise<void> {
  const { messages, events, observations, notes, feedback } = turn;
  const conversation = turn.conversation.id;
  if (messages.length > 0) await tx.insertInto('messages').values(messages.map(toMessageRow)).execute();
  if (events.length > 0) {
    await tx
      .insertInto('events')
      .values(
        events.map((record) => ({
          ...record,
          event: toJson(record.event),
          facts: record.facts === null ? null : toJson(record.facts),
        })),
      )
      .execute();
  }
  if (observations.length > 0) await writeObservations(tx, conversation, observations);
  if (notes.length > 0) {
    await tx
      .insertInto('notes')
      .values(notes.map(({ by, ...note }) => ({ ...note, by_person: by })))
      .execute();
  }
  if (feedback) {
    await tx
      .updateTable('messages')
      .set({ feedback: feedback.value })
      .where('conversation', '=', conversation)
      .where('number', '=', feedback.number)
      .execute();
  }
}

async function writeObservations(
  tx: Transaction<Tables>,
  conversation: string,
  observations: TurnCommit['observations'],
): Promise<void> {
  const last = await tx
    .selectFrom('observations')
    .select((of) => of.fn.max('number').as('number'))
    .where('conversation', '=', conversation)
    .executeTakeFirst();
  const from = (last?.number ?? 0) + 1;
  await tx
    .insertInto('observations')
    .values(
      observations.map(({ data, ...row }, index) => ({ ...row, number: from + index, data: toJson(data) })),
    )
    .execute();
}

async function writeTimers(tx: Transaction<Tables>, turn: TurnCommit): Promise<void> {
  const conversation = turn.conversation.id;
  const { set, cancel } = turn.timers;
  const gone = [...cancel, ...set.map((timer) => timer.name)];
  if (gone.length > 0) {
    await tx
      .deleteFrom('timers')
      .where('conversation', '=', conversation)
      .where('name', 'in', gone)
      .execute();
  }
  if (set.length > 0) {
    await tx
      .insertInto('timers')
      .values(set.map((timer) => ({ conversation, ...timer })))
      .execute();
  }
}

async function writeWork(
  tx: Transaction<Tables>,
  { outbox, clientCall, finished }: TurnCommit,
): Promise<void> {
  if (outbox.length > 0) await tx.insertInto('outbox').values(outbox.map(toOutboxRow)).execute();
  if (finished) {
    const { numUpdatedRows } = await tx
      .updateTable('outbox')
      .set({ status: finished.status, error: toJsonOrNull(finished.error), next_at: null })
      .where('id', '=', finished.id)
      .where('status', '=', 'waiting')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Conflict();
  }
  if (clientCall) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('client_calls')
      .values({
        scope: clientCall.scope,
        id: clientCall.id,
        body_hash: clientCall.bodyHash,
        answer: toJson(clientCall.answer),
        at: clientCall.at,
      })
      .onConflict((conflict) => conflict.columns(['scope', 'id']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new Conflict();
  }
}
