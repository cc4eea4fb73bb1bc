import { expect } from 'vitest';
import { problemSchema } from '../../../shared/api/problem.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { StoreUnavailable } from '../../store/store-unavailable.ts';
import { createFakeServices } from './fake-services.ts';
import { openRaw, type RawAnswer } from './raw-http.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** The same server twice, with Express alone and with the front before it. */
export interface TwoWays {
  readonly express: TestServer;
  readonly front: TestServer;
  /**
   * Says something, in pieces if there are several, and answers what both ways answer, which is the same but
   * for the moment and the number of a fault; null when both hang up.
   */
  ask(raw: string | readonly string[], hasBody?: boolean): Promise<RawAnswer | null>;
  close(): Promise<void>;
}

export async function startTwoWays(): Promise<TwoWays> {
  const express = await startTestServer({ services: createServices(), rateLimits: true, way: 'express' });
  const front = await startTestServer({ services: createServices(), rateLimits: true });
  return {
    express,
    front,
    ask: async (raw, hasBody = true) => {
      const pieces = typeof raw === 'string' ? [raw] : raw;
      const [one, other] = await Promise.all(
        [express, front].map(({ base }) => askOne(base, pieces, hasBody)),
      );
      expect(other).toEqual(one);
      return other ?? null;
    },
    close: async () => {
      await Promise.all([express.close(), front.close()]);
    },
  };
}

async function askOne(base: string, pieces: readonly string[], hasBody: boolean): Promise<RawAnswer | null> {
  const line = openRaw(base);
  for (const piece of pieces) {
    await line.say(piece);
    await new Promise((done) => setImmediate(done));
  }
  let answer = await line.next(hasBody);
  // A word to go on comes before the answer.
  if (answer?.status === 100) answer = await line.next(hasBody);
  line.close();
  return answer && toComparable(answer);
}

function toComparable({ status, headers: { date: _, ...headers }, body: text }: RawAnswer): RawAnswer {
  const untimed = headers.ratelimit?.replace(/t=\d+/, 't=60');
  return {
    status,
    headers: { ...headers, ...(untimed !== undefined && { ratelimit: untimed }) },
    body: text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'NUMBER'),
  };
}

export const id = 'd0f1c5a4-6a54-4f5e-8f9b-6a2a3b9d0c11';
/** The text of a message's body. */
export const toBody = (more: object) => JSON.stringify({ id, ...more });
export const hello = toBody({ text: 'Hallo, dzień dobry, здравей 😀' });
export const messagesPath = '/api/chat/conversations/c1/messages';

export interface Said {
  method?: string;
  path?: string;
  token?: string | null;
  headers?: Record<string, string | null>;
  body?: string;
}

/** A call as it goes over the wire; a header of null is left out. */
export function write({
  method = 'POST',
  path: to = messagesPath,
  token = 'c1.right',
  headers = {},
  body: text = '',
}: Said) {
  const all: Record<string, string | null> = {
    host: 'baton.test',
    authorization: token === null ? null : `Bearer ${token}`,
    'content-type': text === '' ? null : 'application/json',
    'content-length': text === '' ? null : String(Buffer.byteLength(text)),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return `${method} ${to} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`;
}

/** The code of an answer that is a problem document. */
export function toCode(answer: RawAnswer | null): string {
  expect(answer?.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.parse(JSON.parse(answer?.body ?? ''));
  expect(problem.status).toBe(answer?.status);
  return problem.type.replace('urn:baton:problem:', '');
}

function createServices() {
  const repeated = new Map<string, string>();
  const services = createFakeServices({
    chat: {
      allowedOrigins: async (of) =>
        'conversation' in of && of.conversation === 'closed' ? ['https://shop.example'] : [],
      chatSend: async (call) => {
        const { text = '' } = call.body;
        admit(call.caller.token, call.params.id);
        services.calls.push({ name: 'chatSend', call, extra: undefined });
        if (text === 'break') throw new Error('the secret inside');
        if (text === 'away') throw new StoreUnavailable('disk I/O error', { retryAfterSeconds: 5 });
        if (text === 'ended') throw new HttpProblem(409, 'conversation-ended');
        if (text === 'repeat') repeated.set(call.body.id, text);
        if (text === 'other body' && repeated.has(call.body.id)) throw new HttpProblem(409, 'repeated-id');
        return { handler: 'bot', messages: [{ ...message, parts: [{ type: 'text', text }] }] };
      },
      chatStream: async ({ caller, params }, sink) => {
        admit(caller.token, params.id);
        for (let number = Number(sink.lastEventId) + 1; number <= 2; number += 1)
          sink.send({ event: 'message', data: { ...message, number } }, number);
      },
    },
  });
  return services;
}

const message = {
  id: 'm1',
  number: 1,
  at: '2026-01-01T00:00:00Z',
  from: { kind: 'customer' as const },
  parts: [],
};

function admit(token: string, conversation: string): void {
  if (!token.endsWith('.right')) throw new HttpProblem(401, 'bad-token');
  if (token !== `${conversation}.right`) throw new HttpProblem(404, 'no-conversation');
}
