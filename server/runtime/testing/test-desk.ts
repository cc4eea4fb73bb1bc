import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SendBody } from '../../../shared/api/chat.ts';
import { readBot } from '../../../shared/checks/read-bot.ts';
import type { BotFile } from '../../../shared/kinds/document.ts';
import type { Caller, Client, EventSink } from '../../services.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import type { Store } from '../../store/store.ts';
import type { Mail } from '../background/new-mail.ts';
import { createBot } from '../bots/create-bot.ts';
import { publishBot } from '../bots/publish-bot.ts';
import { toModel } from '../bots/to-model.ts';
import type { DeskPerson } from '../people.ts';
import type { ReplayDifference } from '../replay.ts';
import { replayAll } from '../replay-all.ts';
import { createRuntime, type Runtime } from '../runtime.ts';
import { deskBot } from './desk-bot.ts';

const client: Client = { ip: '127.0.0.1', origin: null, acceptLanguage: 'en', language: 'en' };

/** Saturday 21 November 2026, noon in UTC. */
const start = Date.UTC(2026, 10, 21, 12);

/** A whole desk on a database file of its own, or on another one, whose clock only moves when it is told to. */
export async function openDesk(options: { allowHosts?: string[]; openStore?: () => Promise<Store> } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-desk-'));
  const clock = { time: start, now: () => clock.time };
  const mails: Mail[] = [];
  const errors: unknown[] = [];
  const people = [toPerson('ann'), toPerson('bob'), toPerson('eve', ['administrator'])];
  const open = async (): Promise<Runtime> => {
    const openFile = async () => (await openSqlite(join(folder, 'baton.sqlite'))).store;
    return createRuntime({
      store: await (options.openStore ?? openFile)(),
      clock,
      people: { list: async () => people },
      mailer: { sends: true, send: async (mail) => void mails.push(mail) },
      train: async (file) => toModel(file),
      log: { info: () => undefined, warn: () => undefined, error: (about) => void errors.push(about) },
      secret: 'a secret of the test',
      publicUrl: 'https://chat.example.com',
      allowHosts: options.allowHosts ?? [],
    });
  };
  const others: Runtime[] = [];
  const desk = {
    folder,
    runtime: await open(),
    clock,
    mails,
    errors,
    people,
    /** Stops without a goodbye, as a crash does, and starts on the same file. */
    async restart() {
      await desk.runtime.deps.store.close();
      desk.runtime = await open();
    },
    /** Another process on the same database. */
    async openOther() {
      const other = await open();
      others.push(other);
      return other;
    },
    /** Whatever happened must follow from the logs. */
    async close() {
      for (const other of others) await other.deps.store.close();
      const { store, bots } = desk.runtime.deps;
      const differences: ReplayDifference[] = [];
      await replayAll(store, bots, (difference) => differences.push(difference));
      await store.close();
      rmSync(folder, { recursive: true });
      if (differences.length > 0) throw new Error(`Not as the log says: ${JSON.stringify(differences)}`);
    },
    /** Moves the clock and carries out what falls due. */
    async pass(minutes: number) {
      clock.time += minutes * 60_000;
      await desk.runtime.work.runDue();
    },
    publish: (file: unknown = deskBot) => publish(desk.runtime, file),
    openChat: () => openChat(() => desk.runtime),
    agent: (id: string) => createAgent(() => desk.runtime, people.find((person) => person.id === id)!),
  };
  return desk;
}

export type TestDesk = Awaited<ReturnType<typeof openDesk>>;

async function publish({ deps }: Runtime, input: unknown): Promise<string> {
  const read = readBot(input, 'strict');
  if (!read.ok)
    throw new Error(read.error.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const file: BotFile = read.value;
  const id = await createBot(deps, file);
  await publishBot(deps, id, file, { note: '', by: 'test', at: deps.clock.now(), revision: 1 });
  return id;
}

/** A customer in a conversation of their own. */
async function openChat(runtime: () => Runtime, bot = 'desk') {
  const opened = await runtime().services.chat.chatOpen({
    params: { bot },
    query: {},
    body: {},
    caller: null,
    client,
  });
  const { id, token } = opened.conversation;
  const call = { params: { id }, query: {}, caller: { kind: 'customer', token }, client } as const;
  const send = (body: Omit<SendBody, 'id'> & { id?: string }) =>
    runtime().services.chat.chatSend({ ...call, body: { id: randomUUID(), ...body } });
  return {
    id,
    call,
    opened,
    send,
    say: (text: string) => send({ text }),
    read: async (after = 0) =>
      (await runtime().services.chat.chatMessages({ ...call, query: { after }, body: undefined })).messages,
    follow: (sink: EventSink<never>, after = 0) =>
      runtime().services.chat.chatStream({ ...call, query: { after }, body: undefined }, sink as never),
  };
}

function createAgent(runtime: () => Runtime, person: DeskPerson) {
  const caller: Caller = { kind: 'person', email: null, ...person };
  const on = (id: string) => ({ params: { id }, query: {}, caller, client });
  const inbox = () => runtime().services.inbox;
  return {
    caller,
    online: () => inbox().inboxStatus({ params: {}, query: {}, caller, client, body: { status: 'online' } }),
    join: (id: string) => inbox().inboxJoin({ ...on(id), body: undefined }),
    write: (id: string, text: string) => inbox().inboxSend({ ...on(id), body: { id: randomUUID(), text } }),
    resolve: (id: string, body: { outcome?: string; survey?: string | false } = {}) =>
      inbox().inboxResolve({ ...on(id), body }),
    survey: (id: string, name: string) => inbox().inboxSurvey({ ...on(id), body: { name } }),
    read: async (id: string) => (await inbox().inboxRead({ ...on(id), body: undefined })).conversation,
    list: async (folder: 'waiting' | 'live' | 'mine' | 'follow-up' | 'done' | 'bot' | 'all') =>
      (
        await inbox().inboxList({ params: {}, query: { folder }, caller, client, body: undefined })
      ).conversations.map(({ id }) => id),
    on,
    inbox,
  };
}

function toPerson(id: string, roles: DeskPerson['roles'] = ['agent']): DeskPerson {
  return { id, name: id.charAt(0).toUpperCase() + id.slice(1), avatar: null, roles, departments: [] };
}

/** A live reader that keeps what it is sent. */
export function createReader(lastEventId: string | null = null) {
  const events: { event: string; data: Record<string, unknown>; id?: string | number }[] = [];
  const listeners: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const sink = {
    lastEventId,
    isGone: false,
    isFull: false,
    onRoom: (listener: () => void) => void waiting.push(listener),
    send: (event: { event: string; data: unknown }, id?: string | number) => {
      if (sink.isGone) return;
      events.push({ ...(event as (typeof events)[number]), ...(id !== undefined && { id }) });
    },
    end: () => {
      if (sink.isGone) return;
      sink.isGone = true;
      for (const listener of listeners) listener();
    },
    onGone: (listener: () => void) => {
      if (sink.isGone) listener();
      else listeners.push(listener);
    },
  };
  return {
    events,
    sink: sink as EventSink<never>,
    leave: sink.end,
    /** Takes nothing more until `takeAll`. */
    fill: () => {
      sink.isFull = true;
    },
    takeAll: () => {
      sink.isFull = false;
      for (const listener of waiting.splice(0)) listener();
    },
  };
}

/** What people read of messages. */
export function toWords(messages: readonly { parts: readonly { type: string }[] }[]): string[] {
  return messages.flatMap(({ parts }) =>
    parts.flatMap((part) => ('text' in part && typeof part.text === 'string' ? [part.text] : [])),
  );
}
