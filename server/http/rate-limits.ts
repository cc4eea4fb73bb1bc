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
  /**
   * Counts a call of a conversation by its token; answers the headers that tell what is left. Throws a 429 when
   * it is one too many.
   */
  count(call: CallName, token: string): RawHeaders;
  /** The same as handlers, by the name of the call. */
  readonly handlers: Readonly<Record<string, RequestHandler>>;
}

/** Made once a server; switched off it counts nothing. */
export function createRateLimits(on: boolean, meter: Meter, now = () => performance.now()): RateLimits {
  const counters = new Map<string, Counter>();
  for (const [name, limit] of on ? Object.entries(limits) : [])
    counters.set(name, toCounter(name, limit, now));
  return {
    count: (call, token) => {
      const counter = counters.get(call);
      return counter ? count(counter, token, meter) : none;
    },
    handlers: Object.fromEntries(
      [...counters].map(([name, counter]) => [name, toHandler(counter, meter)] as const),
    ),
  };
}

const none: RawHeaders = [];

interface Counter {
  readonly name: string;
  readonly limit: Limit;
  readonly limiter: Limiter;
  /** As in the IETF draft 'RateLimit header fields for HTTP', version 8. */
  readonly policy: string;
}

function toCounter(name: string, limit: Limit, now: () => number): Counter {
  const { calls, windowMs } = limit;
  const policy = `"${name}"; q=${calls}; w=${windowMs / 1000}`;
  return { name, limit, limiter: createLimiter(calls, windowMs, now), policy };
}

function count({ name, limiter, policy }: Counter, key: string, meter: Meter): RawHeaders {
  const { refused, remaining, seconds } = limiter.take(key);
  if (refused) {
    meter.limited(name);
    const headers = { 'Retry-After': String(seconds) };
    throw new HttpProblem(429, 'too-many', { values: { seconds }, headers });
  }
  return ['RateLimit', `"${name}"; r=${remaining}; t=${seconds}`, 'RateLimit-Policy', policy];
}

function toHandler(counter: Counter, meter: Meter): RequestHandler {
  const { by = toAddressKey, failuresOnly } = counter.limit;
  return (req, res, next) => {
    const key = by(req);
    setHeaders(res, count(counter, key, meter));
    if (failuresOnly) {
      res.once('finish', () => {
        if (res.statusCode < 400) counter.limiter.giveBack(key);
      });
    }
    next();
  };
}
