import { beforeEach, expect, test } from 'vitest';
import { Customer, read, settle } from '../testing/customer.ts';
import { FakeServer } from '../testing/fake-server.ts';
import type { Connection } from './connection.ts';
import { start } from './start.ts';

let server: FakeServer;
let customer: Customer;
let connection: Connection;

beforeEach(async () => {
  server = new FakeServer();
  customer = new Customer(server);
  connection = customer.load();
  await start(connection);
  await settle();
});

function countCalls(path: RegExp): number {
  return server.calls.filter((call) => path.test(call)).length;
}

test('messages come by the stream', async () => {
  server.store('agent', 'Good morning');
  await settle();
  expect(read(connection)).toEqual(['Hello!', 'Good morning']);
});

test('a message that comes twice stands there once', async () => {
  const message = server.store('agent', 'Good morning');
  server.emit({ event: 'message', data: message });
  await settle();
  expect(read(connection)).toEqual(['Hello!', 'Good morning']);
});

test('a gap is read before what came after it is shown', async () => {
  server.store('agent', 'One', { quiet: true });
  server.store('agent', 'Two');
  await settle();
  expect(read(connection)).toEqual(['Hello!', 'One', 'Two']);
});

test('a stream that ends is opened again where it ended', async () => {
  server.cutStreams();
  server.store('agent', 'Meanwhile');
  await customer.pass(3);
  expect(countCalls(/stream/)).toBe(2);
  server.store('agent', 'And now');
  await settle();
  expect(read(connection)).toEqual(['Hello!', 'Meanwhile', 'And now']);
});

test('a stream that died without a word is given up and opened again', async () => {
  await customer.pass(64);
  expect(countCalls(/stream/)).toBe(2);
  expect(server.newest.streams.size).toBe(1);
});

test('where no stream comes through, messages are asked for every few seconds', async () => {
  server.streamsBlocked = true;
  server.cutStreams();
  await customer.pass(30);
  const streams = countCalls(/stream/);
  server.store('agent', 'Still here');
  await customer.pass(5);
  expect(read(connection)).toContain('Still here');
  expect(countCalls(/stream/) - streams).toBeLessThanOrEqual(1);
});

test('what the server no longer has after a reset is not shown any more', async () => {
  server.store('agent', 'Kept');
  server.store('agent', 'Lost with the disk');
  await settle();
  server.newest.messages.pop();
  server.cutStreams();
  await customer.pass(3);
  expect(read(connection)).toEqual(['Hello!', 'Kept']);
  server.store('agent', 'Said instead');
  await settle();
  expect(read(connection)).toEqual(['Hello!', 'Kept', 'Said instead']);
});

test('while the server is down it is asked less and less often', async () => {
  server.down = true;
  server.cutStreams();
  await customer.pass(120);
  server.calls.length = 0;
  server.down = false;
  await customer.pass(30);
  expect(connection.state.online).toBe(true);
  expect(countCalls(/stream/)).toBe(1);
});

test('a person who joins is known by name, and is not the bot any more', async () => {
  server.newest.handler = 'agent';
  server.emit({ event: 'handler', data: { handler: 'agent', agent: { name: 'Anna' } } });
  await settle();
  expect(connection.state).toMatchObject({ handler: 'agent', agent: { name: 'Anna' } });
});

test('the place in the queue is shown and goes with the queue', async () => {
  server.newest.handler = 'queue';
  server.emit({ event: 'handler', data: { handler: 'queue', agent: null } });
  await settle();
  server.emit({ event: 'queue', data: { position: 2, waitMinutes: 3 } });
  await settle();
  expect(connection.state.queue).toEqual({ position: 2, waitMinutes: 3 });
  server.newest.handler = 'bot';
  server.emit({ event: 'handler', data: { handler: 'bot', agent: null } });
  await settle();
  expect(connection.state.queue).toBeNull();
});

test('typing shows until the message comes, or for some seconds', async () => {
  server.emit({ event: 'typing', data: { from: 'bot' } });
  await settle();
  expect(connection.state.typing).toEqual({ from: 'bot' });
  server.store('bot', 'There');
  await settle();
  expect(connection.state.typing).toBeNull();
  server.emit({ event: 'typing', data: { from: 'agent', name: 'Anna' } });
  await customer.pass(9);
  expect(connection.state.typing).toBeNull();
});

test('an event of a later version is passed over', async () => {
  server.write('event: confetti\ndata: {}\n\n');
  server.store('bot', 'Fine');
  await settle();
  expect(read(connection)).toEqual(['Hello!', 'Fine']);
});
