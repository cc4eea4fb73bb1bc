import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from './contract.ts';
import { type Route, toAddress } from './route.ts';

const routes: [string, Route][] = Object.entries(contract);

test('no two calls share a method and a path', () => {
  const addresses = routes.map(([, route]) => `${route.method} ${route.path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.length).toBeGreaterThan(50);
});

test.each(routes)('%s declares each parameter of its path', (_, route) => {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  expect(Object.keys(route.params?.shape ?? {}).sort()).toEqual(inPath);
});

test.each(routes)('%s refuses unknown fields', (_, route) => {
  for (const schema of [route.params, route.query, route.body]) {
    if (!(schema instanceof z.ZodObject)) continue;
    const codes = schema.safeParse({ hostile: 1 }).error?.issues.map((issue) => issue.code);
    expect(codes).toContain('unrecognized_keys');
  }
});

test('a message is exactly one thing', () => {
  const id = 'd0f1c5a4-6a54-4f5e-8f9b-6a2a3b9d0c11';
  const { body } = contract.chatSend;
  expect(body.safeParse({ id, text: 'hi' }).success).toBe(true);
  expect(body.safeParse({ id, choice: { option: 'yes' } }).success).toBe(true);
  expect(body.safeParse({ id }).success).toBe(false);
  expect(body.safeParse({ id, text: 'hi', feedback: { value: 'up' } }).success).toBe(false);
});

test('an address is filled in and encoded', () => {
  expect(toAddress('/api/bots/{id}/export', { id: 'a/b' }, { draft: '1', release: undefined })).toBe(
    '/api/bots/a%2Fb/export?draft=1',
  );
});
