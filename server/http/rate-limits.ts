import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { CallName } from '../../shared/api/contract.ts';
import type { Meter } from '../meter.ts';
import { toBearer } from './access.ts';
import { toAddressKey } from './client-address.ts';
import { HttpProblem } from './http-problem.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import type { RawHeaders } from './security.ts';
import { setHeaders } from './set-headers.ts';

const minute = 60_000;

interface Limit {
  readonly calls: number;
  readonly windowMs: number;
  /** What is counted together; the address of the caller when left out. */
  readonly by?: (req: IncomingMessage) => string;
  /** Only what was refused counts, so that somebody who knows the password is never shut out by success. */
  readonly failuresOnly?: boolean;
}

const guessing: Limit = { calls: 10, windowMs: 15 * minute, failuresOnly: true };
const byConversation = (req: IncomingMessage) => toBearer(req.headers.authorization) ?? toAddressKey(req);

const limits: Partial<Record<CallName, Limit>> = {
  signIn: guessing,
  acceptInvitation: guessing,
  readInvitation: guessing,
  firstAccount: guessing,
  profile: guessing,
  chatOpen: { calls: 60, windowMs: minute },
  chatSend: { calls: 90, windowMs: minute, by: byConversation },
  chatUpload: { calls: 20, windowMs: minute, by: byConversation },
  chatTyping: { calls: 120, windowMs: minute, by: byConversation },
};

/** Slows down guessing and flooding. However a call comes in, it is counted in the same place. */
export interface RateLimits {
  /** Counts a call; answers the headers that tell what is left. Throws a 429 when it is one too many. */
  count(call: CallName, req: IncomingMessage): RawHeaders;
  /** The same as handlers, by the name of the call. */
  readonly handlers: Readonly<Record<string, RequestHandler>>;
}

/** Made once a server; switched off it counts nothing. */
export function createRateLimits(on: boolean, meter: Meter, now = () => performance.now()): RateLimits {
  const counters = new Map<string, Counter>();
  for (const [name, limit] of on ? Object.entries(limits) : [])
    counters.set(name, { name, limit, limiter: createLimiter(limit.calls, limit.windowMs, now) });
  return {
    count: (call, req) => {
      const counter = counters.get(call);
      return counter ? count(counter, req, meter) : [];
    },
    handlers: Object.fromEntries(
      [...counters].map(([name, counter]) => [name, toHandler(counter, meter)] as const),
    ),
  };
}

interface Counter {
  readonly name: string;
  readonly limit: Limit;
  readonly limiter: Limiter;
}

function count({ name, limit, limiter }: Counter, req: IncomingMessage, meter: Meter): RawHeaders {
  const { refused, remaining, seconds } = limiter.take(toKey(limit, req));
  if (refused) {
    meter.limited(name);
    const headers = { 'Retry-After': String(seconds) };
    throw new HttpProblem(429, 'too-many', { values: { seconds }, headers });
  }
  // As in the IETF draft 'RateLimit header fields for HTTP', version 8.
  const policy = `"${name}"; q=${limit.calls}; w=${limit.windowMs / 1000}`;
  return ['RateLimit', `"${name}"; r=${remaining}; t=${seconds}`, 'RateLimit-Policy', policy];
}

function toHandler(counter: Counter, meter: Meter): RequestHandler {
  const { limit, limiter } = counter;
  return (req, res, next) => {
    setHeaders(res, count(counter, req, meter));
    if (limit.failuresOnly) {
      const key = toKey(limit, req);
      res.once('finish', () => {
        if (res.statusCode < 400) limiter.giveBack(key);
      });
    }
    next();
  };
}

function toKey({ by = toAddressKey }: Limit, req: IncomingMessage): string {
  return by(req);
}
