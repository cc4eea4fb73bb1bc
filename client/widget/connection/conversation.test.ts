import { beforeEach, describe, expect, test } from 'vitest';
import { Customer, read, settle } from '../testing/customer.ts';
import { FakeServer } from '../testing/fake-server.ts';
import { setOnline } from './ask.ts';
import type { Connection } from './connection.ts';
import { wake } from './connection.ts';
import { say } from './send.ts';
import { resume, start } from './start.ts';
import { end, showEarlier } from './steer.ts';

let server: FakeServer;
let customer: Customer;

beforeEach(() => {
  server = new FakeServer();
  customer = new Customer(server);
});

async function loadAndStart(): Promise<Connection> {
  const connection = customer.load();
  await start(connection);
  await settle();
  return connection;
}

describe('beginning', () => {
  test('a first visit opens a conversation and shows its greeting', async () => {
    const connection = await loadAndStart();
    expect(connection.state.phase).toBe('open');
    expect(connection.state.bot?.persona.name).toBe('Robin');
    expect(read(connection)).toEqual(['Hello!']);
  });

  test('starting twice opens one conversation', async () => {
    const connection = customer.load();
    await Promise.all([start(connection), start(connection)]);
    expect(server.conversations).toHaveLength(1);
  });

  test('when the answer to opening is lost, the same conversation is opened again', async () => {
    server.lostAnswers.push(/conversations$/);
    const connection = customer.load();
    void start(connection);
    await customer.pass(3);
    expect(server.conversations).toHaveLength(1);
    expect(read(connection)).toEqual(['Hello!']);
  });

  test('a server that is down is tried until it answers', async () => {
    server.down = true;
    const connection = customer.load();
    void start(connection);
    await customer.pass(20);
    expect(connection.state.online).toBe(false);
    server.down = false;
    await customer.pass(40);
    expect(connection.state.online).toBe(true);
    expect(read(connection)).toEqual(['Hello!']);
  });

  test('a bot that is off is said so, and tried no more', async () => {
    server.refusals.push({ path: /shop$/, status: 503, detail: 'This bot is off.' });
    const connection = await loadAndStart();
    expect(connection.state).toMatchObject({ phase: 'unavailable', detail: 'This bot is off.' });
    await customer.pass(60);
    expect(server.calls).toHaveLength(1);
  });

  test('a server that asks to come again is asked again', async () => {
    for (const path of [/shop$/, /conversations$/])
      server.refusals.push({ path, status: 503, detail: 'The database does not answer.', after: 2 });
    const connection = customer.load();
    void start(connection);
    await customer.pass(10);
    expect(connection.state.phase).toBe('open');
    expect(read(connection)).toEqual(['Hello!']);
  });

  test('a contact that the server refuses costs no conversation', async () => {
    server.refusals.push({ path: /conversations$/, status: 400, detail: 'No such e-mail.' });
    const connection = customer.load();
    connection.contact = { email: 'nonsense' };
    void start(connection);
    await customer.pass(2);
    expect(connection.state.phase).toBe('open');
  });
});

describe('coming back', () => {
  test('a reload goes on with the same conversation and its history', async () => {
    const before = await loadAndStart();
    say(before, { text: 'Where is my order?' }, 'Where is my order?');
    await settle();
    const after = await loadAndStart();
    expect(server.conversations).toHaveLength(1);
    expect(read(after)).toEqual(['Hello!', 'Where is my order?', 'About Where is my order?']);
  });

  test('a page that is only looked at asks the server nothing', async () => {
    await resume(customer.load());
    expect(server.calls).toEqual([]);
  });

  test('a page resumes by itself where the customer spoke before', async () => {
    const before = await loadAndStart();
    say(before, { text: 'Hi' }, 'Hi');
    await settle();
    const after = customer.load();
    await resume(after);
    expect(read(after)).toHaveLength(3);
  });

  test('the last conversation in which the customer spoke tells who it is, not a silent one after it', async () => {
    const first = await loadAndStart();
    say(first, { text: 'Hi' }, 'Hi');
    await settle();
    const { key } = first;
    server.newest.ended = true;
    await loadAndStart();
    server.newest.ended = true;
    const third = await loadAndStart();
    expect(server.conversations).toHaveLength(3);
    expect(third.memory.read().past).toEqual([key]);
  });

  test('an ended conversation is followed by a new one, and can still be read', async () => {
    const before = await loadAndStart();
    say(before, { text: 'Hi' }, 'Hi');
    await settle();
    server.newest.ended = true;
    const after = await loadAndStart();
    expect(server.conversations).toHaveLength(2);
    expect(after.state.earlierLeft).toBe(1);
    await showEarlier(after);
    expect(after.state.earlier).toHaveLength(3);
    expect(after.state.earlierLeft).toBe(0);
    expect(read(after)).toEqual(['Hello!']);
  });

  test('a long history is read to its end', async () => {
    await loadAndStart();
    for (let count = 0; count < 450; count += 1) server.store('bot', `${count}`, { quiet: true });
    const after = await loadAndStart();
    expect(after.state.messages.map(({ number }) => number)).toEqual(
      Array.from({ length: 451 }, (_, at) => at + 1),
    );
  });

  test('ending stays on screen until something new is begun', async () => {
    const connection = await loadAndStart();
    await end(connection);
    expect(connection.state.phase).toBe('ended');
    await start(connection);
    expect(server.conversations).toHaveLength(1);
  });
});

describe('saying', () => {
  test('what is said shows at once and waits for the confirmation', async () => {
    const connection = await loadAndStart();
    say(connection, { text: 'Hi' }, 'Hi');
    expect(connection.state.pending.map(({ label }) => label)).toEqual(['Hi']);
    await settle();
    expect(connection.state.pending).toEqual([]);
    expect(read(connection)).toEqual(['Hello!', 'Hi', 'About Hi']);
  });

  test('what was said without a connection is kept over a reload and sent once, in order', async () => {
    const before = await loadAndStart();
    server.down = true;
    say(before, { text: 'One' }, 'One');
    say(before, { text: 'Two' }, 'Two');
    await settle();
    const after = customer.load();
    expect(after.state.pending.map(({ label }) => label)).toEqual(['One', 'Two']);
    void resume(after);
    await customer.pass(10);
    server.down = false;
    await customer.pass(60);
    const own = server.newest.messages.filter(({ from }) => from.kind === 'customer');
    expect(own.map(({ parts }) => parts[0])).toEqual([
      { type: 'text', text: 'One' },
      { type: 'text', text: 'Two' },
    ]);
    expect(after.state.pending).toEqual([]);
    expect(customer.load().state.pending).toEqual([]);
  });

  test('when an answer is lost the message is sent again under its id, and stands there once', async () => {
    const connection = await loadAndStart();
    server.lostAnswers.push(/messages$/);
    say(connection, { text: 'Hi' }, 'Hi');
    await customer.pass(5);
    expect(server.sent.map(({ id }) => id)).toHaveLength(2);
    expect(new Set(server.sent.map(({ id }) => id)).size).toBe(1);
    expect(read(connection)).toEqual(['Hello!', 'Hi', 'About Hi']);
  });

  test('what can pass is tried again at once when the browser is online again', async () => {
    const connection = await loadAndStart();
    server.down = true;
    say(connection, { text: 'Hi' }, 'Hi');
    await settle();
    server.down = false;
    wake(connection);
    await settle();
    expect(read(connection)).toContain('About Hi');
  });

  test('whoever reaches the server first sends what waits', async () => {
    const connection = await loadAndStart();
    server.down = true;
    say(connection, { text: 'Hi' }, 'Hi');
    await customer.pass(60);
    server.down = false;
    setOnline(connection, true);
    await settle();
    expect(read(connection)).toContain('About Hi');
  });

  test('what the server refuses says why, and holds nothing up', async () => {
    const connection = await loadAndStart();
    server.refusals.push({ path: /messages$/, status: 422, detail: 'That does not fit.' });
    say(connection, { text: 'One' }, 'One');
    say(connection, { text: 'Two' }, 'Two');
    await settle();
    expect(connection.state.pending).toMatchObject([{ label: 'One', refusal: 'That does not fit.' }]);
    expect(read(connection)).toEqual(['Hello!', 'Two', 'About Two']);
  });

  test('a conversation that is gone is replaced, and what was said goes there', async () => {
    const connection = await loadAndStart();
    server.refusals.push({ path: /messages$/, status: 404 });
    say(connection, { text: 'Hi' }, 'Hi');
    await customer.pass(2);
    expect(server.conversations).toHaveLength(2);
    expect(read(connection)).toEqual(['Hello!', 'Hi', 'About Hi']);
  });

  test('what is said to a conversation that another tab ended begins a new one', async () => {
    const connection = await loadAndStart();
    server.newest.ended = true;
    say(connection, { text: 'Hi' }, 'Hi');
    await customer.pass(2);
    expect(server.conversations).toHaveLength(2);
    expect(read(connection)).toEqual(['Hello!', 'Hi', 'About Hi']);
  });
});
