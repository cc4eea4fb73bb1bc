import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskBot } from '../testing/desk-bot.ts';
import { openDesk, type TestDesk, toWords } from '../testing/test-desk.ts';

interface Taken {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Another system on this machine, which answers as it is told. */
async function openShop() {
  const taken: Taken[] = [];
  const answers: { status: number; body: string }[] = [];
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    taken.push({ method: req.method ?? '', url: req.url ?? '', headers: req.headers, body });
    const answer = answers.shift() ?? { status: 200, body: '{"order":[{"status":"on its way"}]}' };
    res.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, taken, answers, close: () => new Promise((done) => server.close(done)) };
}

let desk: TestDesk;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await desk.close();
  await shop.close();
});

const setSecret = (name: string, value: string) =>
  desk.runtime.deps.store.desk.putSecret({
    name,
    sealed: desk.runtime.deps.secrets.seal(value),
    changedAt: 1,
  });

async function askForOrder(allowHosts: string[]) {
  desk = await openDesk({ allowHosts });
  await desk.publish();
  await setSecret('shop_host', shop.host);
  const chat = await desk.openChat();
  await chat.say('Where is my order?');
  await chat.say('It is ab 123456');
  return chat;
}

describe('a call that a flow makes', () => {
  it('goes on with what it was answered', async () => {
    const chat = await askForOrder([shop.host]);
    await desk.pass(0);
    expect(shop.taken.map(({ url }) => url)).toEqual(['/AB-123456']);
    expect(toWords(await chat.read()).at(-1)).toBe('Your order is on its way.');
  });

  it('is repeated once where that does no harm, and then has failed', async () => {
    shop.answers.push({ status: 500, body: '' }, { status: 500, body: '' });
    const chat = await askForOrder([shop.host]);
    await desk.pass(0);
    expect(shop.taken).toHaveLength(2);
    expect(toWords(await chat.read()).at(-1)).toBe('The shop does not answer.');
  });

  it('never reaches a private address that nobody allowed', async () => {
    const chat = await askForOrder([]);
    await desk.pass(0);
    expect(shop.taken).toEqual([]);
    expect(toWords(await chat.read()).at(-1)).toBe('The shop does not answer.');
  });

  it('is made after a restart when the process died before it', async () => {
    const chat = await askForOrder([shop.host]);
    await desk.restart();
    await desk.pass(0);
    expect(toWords(await chat.read()).at(-1)).toBe('Your order is on its way.');
  });

  it('takes what the customer says meanwhile afterwards, in order', async () => {
    const chat = await askForOrder([shop.host]);
    expect((await chat.say('Opening hours')).messages).toHaveLength(1);
    await desk.pass(0);
    expect(toWords(await chat.read()).slice(-2)).toEqual([
      'Your order is on its way.',
      'We are open all day.',
    ]);
  });

  it('leaves no secret in the database, the log or the outbox', async () => {
    await askForOrder([shop.host]);
    const { store } = desk.runtime.deps;
    const now = desk.clock.now();
    const receivers = await store.outbox.receivers(now);
    expect(receivers).toEqual(['http {{secret.shop_host}}']);
    const [item] = await store.outbox.claim(receivers[0] ?? '', {
      now,
      until: now + 1,
      limit: 1,
      except: [],
    });
    expect(JSON.stringify(item)).not.toContain(shop.host);
    expect(JSON.stringify(await store.desk.secrets())).not.toContain(shop.host);
  });
});

const toWebhook = () =>
  JSON.parse(JSON.stringify(deskBot).replace('"integration":"inbox"', '"integration":"webhook"'));

describe('a ticket by webhook', () => {
  it('fails with a sentence in the language of the administrator who reads it', async () => {
    desk = await openDesk();
    await desk.publish(toWebhook());
    await (await desk.openChat()).say('leave a note');
    await desk.pass(0);
    const { items } = await desk.runtime.services.admin.outboxList({
      params: {},
      query: {},
      body: undefined,
      caller: desk.agent('eve').caller,
      client: { ip: '', origin: null, acceptLanguage: 'nl', language: 'nl' },
    });
    expect(items).toMatchObject([
      { kind: 'ticket', status: 'failed', error: expect.stringContaining('Stel de geheimen webhook_url en') },
    ]);
  });

  it('is signed so that a stock library verifies it', async () => {
    desk = await openDesk({ allowHosts: [shop.host] });
    await desk.publish(toWebhook());
    const key = Buffer.from('a key of twenty-four by.').toString('base64');
    await setSecret('webhook_url', `http://${shop.host}/tickets`);
    await setSecret('webhook_key', key);
    // The library refuses what was not signed just now.
    desk.clock.time = Date.now();
    const chat = await desk.openChat();
    await chat.say('leave a note');
    await desk.pass(0);
    const [call] = shop.taken;
    const verified = new Webhook(key).verify(call?.body ?? '', call?.headers as Record<string, string>);
    expect(verified).toMatchObject({ type: 'ticket.created', data: { subject: 'Call back' } });
    expect(toWords(await chat.read()).at(-1)).toBe('Noted.');
  });
});
