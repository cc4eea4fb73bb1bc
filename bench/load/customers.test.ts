import { expect, test } from 'vitest';
import { createCustomers, customersWords } from './customers.ts';

const conversations = Array.from({ length: 40 }, (_, index) => ({ id: `c${index}`, token: `t${index}` }));
const bodyOf = (request: string) => JSON.parse(request.slice(request.indexOf('\r\n\r\n') + 4));

test('a call is a whole request to the customer’s own conversation, its length in bytes', () => {
  const customers = createCustomers(conversations);
  const request = customers.nextRequest(7);
  const [head = '', body = ''] = request.split('\r\n\r\n');
  expect(head).toContain('POST /api/chat/conversations/c7/messages HTTP/1.1');
  expect(head).toContain('Authorization: Bearer t7');
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
});

test('no call’s id comes twice', () => {
  const customers = createCustomers(conversations);
  const ids = Array.from({ length: 200 }, (_, index) => bodyOf(customers.nextRequest(index % 40)).id);
  expect(new Set(ids).size).toBe(200);
});

test('each customer says all there is to say, in order, and nobody begins with an answer to no question', () => {
  const customers = createCustomers(conversations);
  for (const customer of conversations.keys()) {
    const said = customersWords.map(() => {
      const { id: _id, ...words } = bodyOf(customers.nextRequest(customer));
      return JSON.stringify(words);
    });
    expect('text' in JSON.parse(said[0] ?? '')).toBe(true);
    const all = customersWords.map((words) => JSON.stringify(words));
    const from = all.indexOf(said[0] ?? '');
    expect(said).toEqual([...all.slice(from), ...all.slice(0, from)]);
  }
});
