import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { deskBot } from '../testing/desk-bot.ts';
import { passOutbox } from '../testing/pass-outbox.ts';
import { openDesk, type TestDesk, toWords } from '../testing/test-desk.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

let desk: TestDesk;
const outbox = () => desk.runtime.deps.store.outbox;
const now = () => desk.clock.now();
const pass = (ms: number) => passOutbox(desk, ms);

describe('a ticket', () => {
  interface Helpdesk {
    host: string;
    taken: { headers: IncomingHttpHeaders; body: string }[];
    close(): Promise<unknown>;
  }
  let helpdesk: Helpdesk;
  afterEach(async () => {
    await desk.close();
    await helpdesk.close();
  });

  /** A ticket system that answers as it is told, and then that all is well. */
  async function openHelpdesk(answers: ((res: ServerResponse) => void)[]): Promise<Helpdesk> {
    const taken: Helpdesk['taken'] = [];
    const server = createServer(async (req, res) => {
      let body = '';
      for await (const chunk of req) body += chunk;
      taken.push({ headers: req.headers, body });
      const answer = answers.shift() ?? ((one: ServerResponse) => one.writeHead(201).end());
      answer(res);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { host, taken, close: () => new Promise((done) => server.close(done)) };
  }

  /** A customer leaves a note, which becomes a ticket in another system. */
  async function leaveNote(...answers: ((res: ServerResponse) => void)[]) {
    return leaveNoteAfter(async () => undefined, answers);
  }

  async function leaveNoteAfter(
    before: () => Promise<void>,
    answers: ((res: ServerResponse) => void)[] = [],
  ) {
    helpdesk = await openHelpdesk(answers);
    desk = await openDesk({ allowHosts: [helpdesk.host] });
    Object.assign(desk.runtime.deps, { random: () => 0.5 });
    const { store, secrets } = desk.runtime.deps;
    for (const [name, value] of [
      ['webhook_url', `http://${helpdesk.host}/tickets`],
      ['webhook_key', 'a key of twenty-four by.'],
    ] as const)
      await store.desk.putSecret({ name, sealed: secrets.seal(value), changedAt: 1 });
    const file = JSON.stringify(deskBot).replace('"integration":"inbox"', '"integration":"webhook"');
    await desk.publish(JSON.parse(file));
    const chat = await desk.openChat();
    await chat.say('leave a note');
    await before();
    await pass(0);
    const { items } = await outbox().list({ status: null, cursor: null, limit: 9 });
    return { chat, id: items[0]?.id ?? '' };
  }

  const read = (id: string) => outbox().read(id);

  it('has one attempt while its flow waits, and the flow goes on with what became of it', async () => {
    const { chat, id } = await leaveNote((res) => res.writeHead(500).end());
    await pass(100 * hour);
    expect(helpdesk.taken).toHaveLength(1);
    expect(await read(id)).toMatchObject({ status: 'failed', attempts: 1, error: { code: 'status' } });
    expect(toWords(await chat.read()).at(-1)).not.toBe('Noted.');
  });

  it('is given up when the process dies of it each time, and its flow goes on', async () => {
    const { chat, id } = await leaveNoteAfter(async () => {
      for (let death = 0; death < 8; death += 1) {
        desk.clock.time += second;
        await outbox().claim('ticket webhook', { now: now(), until: now() + 1, limit: 1, except: [] });
      }
      desk.clock.time += second;
    });
    expect(helpdesk.taken).toEqual([]);
    expect(await read(id)).toMatchObject({
      status: 'failed',
      attempts: 9,
      error: { code: 'stopped', mayHaveArrived: true },
    });
    expect((await desk.runtime.deps.store.conversations.read(chat.id))?.state.open).toBeNull();
  });

  it('says that it may have arrived when no answer came', async () => {
    const { id } = await leaveNote((res) => res.destroy());
    expect(await read(id)).toMatchObject({ status: 'failed', error: { mayHaveArrived: true } });
  });

  it('sent again keeps its id, waits as long as asked, and tells the conversation when it is made', async () => {
    const busy = (res: ServerResponse) => res.writeHead(429, { 'Retry-After': '600' }).end();
    const { chat, id } = await leaveNote((res) => res.writeHead(500).end(), busy);
    const before = (await chat.read()).length;
    await outbox().resend(id, now());
    await pass(0);
    expect(await read(id)).toMatchObject({ status: 'waiting', nextAt: now() + 10 * minute, attempts: 2 });
    await pass(10 * minute);
    expect(await read(id)).toMatchObject({ status: 'done', attempts: 3 });
    expect(new Set(helpdesk.taken.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));
    expect(await chat.read()).toHaveLength(before);
  });

  it('sent again is given up where it is refused for good', async () => {
    const { id } = await leaveNote(
      (res) => res.writeHead(500).end(),
      (res) => res.writeHead(422).end(),
    );
    await outbox().resend(id, now());
    await pass(100 * hour);
    expect(await read(id)).toMatchObject({
      status: 'failed',
      attempts: 2,
      error: { code: 'status', values: { status: 422 } },
    });
  });
});
