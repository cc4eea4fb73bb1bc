import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely';
import type { ContactRecord } from '../records.ts';
import type { InboxFilter, InboxRow, InboxStore, WaitingRow } from '../store.ts';
import { parseCursor, toCursor } from './cursor.ts';
import { fromJson } from './json.ts';
import { fromConversationRow } from './rows.ts';
import type { ConversationsTable, Tables } from './tables.ts';

/** A priority beats any time of waiting; 1e14 ms lie beyond the year 5000. */
const waitingOrder = sql<number>`conversations.waiting_since - conversations.priority * 100000000000000`;
/** What the bot answers by itself nobody needs to read. */
const unread = sql<number>`case when conversations.folder in ('waiting', 'live', 'follow-up')
  and conversations.last_customer_number > coalesce(seen.number, 0) then 1 else 0 end`;

/** Lists of conversations for agents. Those without a customer's message are in none of them. */
export function createInboxStore(db: Kysely<Tables>): InboxStore {
  return {
    list: (filter) => list(db, filter),
    read: async (id, person) => {
      const row = await select(db, person).where('conversations.id', '=', id).executeTakeFirst();
      return row ? toInboxRow(row) : null;
    },
    counts: (filter) => count(db, filter),
    changedSince: (time, limit) => listChanged(db, time, limit),
    ofContact: async (contact) => {
      const rows = await db
        .selectFrom('conversations')
        .selectAll()
        .where('contact', '=', contact)
        .where('last_customer_number', '>', 0)
        .orderBy('started_at', 'desc')
        .limit(100)
        .execute();
      return rows.map(fromConversationRow);
    },
    seen: async (conversation, person, number) => {
      await db
        .insertInto('seen')
        .values({ conversation, person, number })
        .onConflict((conflict) =>
          conflict
            .columns(['conversation', 'person'])
            .doUpdateSet({ number })
            .where('seen.number', '<', number),
        )
        .execute();
    },
    ...createQueue(db),
  };
}

async function listChanged(db: Kysely<Tables>, time: number, limit: number) {
  const rows = await db
    .selectFrom('conversations')
    .select(['id', 'last_number', 'department', 'changed_at'])
    .where('changed_at', '>=', time)
    .where('last_customer_number', '>', 0)
    .orderBy('changed_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.last_number,
    department: row.department,
    changedAt: row.changed_at,
  }));
}

/** Who waits, who is served, and how long that took. */
function createQueue(db: Kysely<Tables>): Pick<InboxStore, 'waiting' | 'live' | 'meanWait'> {
  return {
    waiting: (bot) => listWaiting(db, bot),
    live: async () => {
      const rows = await db
        .selectFrom('conversations')
        .select(['id', 'agent_id'])
        .where('handler', '=', 'agent')
        .execute();
      return rows.flatMap((row) => (row.agent_id === null ? [] : [{ id: row.id, agent: row.agent_id }]));
    },
    meanWait: async (bot, since) => {
      const row = await db
        .selectFrom('conversations')
        .select((of) => of.fn.avg<number | null>('waited').as('mean'))
        .where('bot', '=', bot)
        .where('joined_at', '>=', since)
        .executeTakeFirst();
      return row?.mean === null || row?.mean === undefined ? null : Number(row.mean);
    },
  };
}

function select(db: Kysely<Tables>, person: string) {
  return db
    .selectFrom('conversations')
    .innerJoin('contacts', 'contacts.id', 'conversations.contact')
    .leftJoin('seen', (join) =>
      join.onRef('seen.conversation', '=', 'conversations.id').on('seen.person', '=', person),
    )
    .selectAll('conversations')
    .select([
      'contacts.attributes as contact_attributes',
      'contacts.version as contact_version',
      'contacts.created_at as contact_created_at',
    ])
    .select(unread.as('unread'));
}

type Row = Selectable<ConversationsTable> & {
  contact_attributes: string;
  contact_version: number;
  contact_created_at: number;
  unread: number;
};

function toInboxRow(row: Row): InboxRow {
  const contact: ContactRecord = {
    id: row.contact,
    bot: row.bot,
    attributes: fromJson(row.contact_attributes),
    version: row.contact_version,
    createdAt: row.contact_created_at,
  };
  return { conversation: fromConversationRow(row), contact, unread: row.unread === 1 };
}

type Joined = Tables & { seen: { number: number | null } };

/** The rows a caller may see at all: begun, and of the caller's departments or of none. */
function visible(departments: readonly string[] | null) {
  return (of: ExpressionBuilder<Pick<Joined, 'conversations'>, 'conversations'>) => {
    const begun = of('conversations.last_customer_number', '>', 0);
    if (departments === null) return begun;
    const none = of('conversations.department', 'is', null);
    return of.and([
      begun,
      departments.length === 0 ? none : of.or([none, of('conversations.department', 'in', [...departments])]),
    ]);
  };
}

async function list(db: Kysely<Tables>, filter: InboxFilter) {
  const waiting = filter.folder === 'waiting';
  const order = waiting ? waitingOrder : sql<number>`-conversations.changed_at`;
  let query = select(db, filter.person)
    .where(visible(filter.departments))
    .select(order.as('place'))
    .orderBy(order)
    .orderBy('conversations.id')
    .limit(filter.limit + 1);
  if (filter.folder === 'mine') {
    query = query.where('folder', '=', 'live').where('agent_id', '=', filter.person);
  } else if (filter.folder === 'unread') {
    query = query.where(unread, '=', 1).where('folder', '!=', 'spam');
  } else if (filter.folder !== 'all') {
    query = query.where('folder', '=', filter.folder);
  }
  if (filter.words !== null) query = query.where(matches(filter.words));
  const from = parseCursor(filter.cursor);
  if (from) {
    query = query.where(
      sql<boolean>`(${order} > ${from.value} or (${order} = ${from.value} and conversations.id > ${from.id}))`,
    );
  }
  const rows = await query.execute();
  const last = rows[filter.limit - 1];
  return {
    rows: rows.slice(0, filter.limit).map(toInboxRow),
    cursor: rows.length > filter.limit && last ? toCursor(last.place, last.id) : null,
  };
}

/** Every word must occur in a message, a variable or the contact. */
function matches(words: string) {
  const each = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      return sql<boolean>`(conversations.search like ${like} escape '\\' or contacts.search like ${like} escape '\\'
        or exists (select 1 from messages where messages.conversation = conversations.id and messages.search like ${like} escape '\\'))`;
    });
  return sql<boolean>`(${sql.join(each.length > 0 ? each : [sql`1 = 1`], sql` and `)})`;
}

async function count(db: Kysely<Tables>, filter: Pick<InboxFilter, 'person' | 'departments'>) {
  const rows = await db
    .selectFrom('conversations')
    .leftJoin('seen', (join) =>
      join.onRef('seen.conversation', '=', 'conversations.id').on('seen.person', '=', filter.person),
    )
    .select((of) => [
      'folder',
      of.fn.countAll<number>().as('all'),
      of.fn.sum<number>(unread).as('unread'),
      of.fn
        .sum<number>(sql`case when folder = 'live' and agent_id = ${filter.person} then 1 else 0 end`)
        .as('mine'),
    ])
    .where(visible(filter.departments))
    .groupBy('folder')
    .execute();
  const counts = {
    waiting: 0,
    live: 0,
    bot: 0,
    'follow-up': 0,
    done: 0,
    spam: 0,
    mine: 0,
    all: 0,
    unread: 0,
  };
  for (const row of rows) {
    const folder = row.folder as Exclude<InboxFilter['folder'], 'mine' | 'all' | 'unread'>;
    counts[folder] = Number(row.all);
    counts.all += Number(row.all);
    counts.mine += Number(row.mine);
    if (folder !== 'spam') counts.unread += Number(row.unread);
  }
  return counts;
}

async function listWaiting(db: Kysely<Tables>, bot: string | null): Promise<WaitingRow[]> {
  let query = db
    .selectFrom('conversations')
    .select(['id', 'bot', 'department', 'waiting_since', 'started_at'])
    .where('folder', '=', 'waiting')
    .where('last_customer_number', '>', 0)
    .orderBy(waitingOrder)
    .orderBy('id');
  if (bot !== null) query = query.where('bot', '=', bot);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    bot: row.bot,
    department: row.department,
    waitingSince: row.waiting_since ?? row.started_at,
  }));
}
