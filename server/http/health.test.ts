import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterEach, expect, test } from 'vitest';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { mountHealth } from './health.ts';
import { createProblemHandler } from './problem-handler.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function open(options: { ready?: () => Promise<boolean>; token?: string } = {}) {
  const app = express();
  app.set('trust proxy', 'loopback');
  mountHealth(app, options.ready ?? (async () => true), new Registry(), options.token);
  app.use(createProblemHandler(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  closing.push(() => server.close());
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  return (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers });
}

test('the server is alive also while it is not ready, and says when to ask again', async () => {
  for (const ready of [
    async () => false,
    async () => {
      throw new StoreUnavailable('being checked');
    },
  ]) {
    const call = await open({ ready });
    expect((await call('/healthz')).status).toBe(200);
    const answer = await call('/readyz');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  }
  expect((await (await open())('/readyz')).status).toBe(200);
});

test('without a token the numbers are read on this machine only, also behind a proxy on it', async () => {
  const call = await open();
  const status = async (from?: string) =>
    (await call('/metrics', from === undefined ? {} : { 'x-forwarded-for': from })).status;
  expect(await status()).toBe(200);
  expect(await status('127.0.0.1')).toBe(200);
  expect(await status('203.0.113.7')).toBe(404);
  expect(await status('203.0.113.7, 127.0.0.1')).toBe(404);
});

test('with a token they are read from anywhere, and by nobody without it', async () => {
  const call = await open({ token: 'another-token-of-the-tests' });
  const status = async (authorization?: string) =>
    (await call('/metrics', { 'x-forwarded-for': '203.0.113.7', ...(authorization && { authorization }) }))
      .status;
  expect(await status('Bearer a-token-of-the-tests')).toBe(404);
  expect(await status()).toBe(404);
  const own = await open({ token: 'a-token-of-the-tests' });
  expect((await own('/metrics', { authorization: 'Bearer a-token-of-the-tests' })).status).toBe(200);
  expect((await own('/metrics')).status).toBe(404);
});
