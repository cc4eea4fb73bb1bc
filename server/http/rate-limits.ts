import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { CallName } from '../../shared/api/contract.ts';
import type { Meter } from '../meter.ts';
import { toBearer } from './access.ts';
import { HttpProblem } from './http-problem.ts';

const minute = 60_000;

interface Limit {
  readonly calls: number;
  readonly windowMs: number;
  /** What is counted together; the address of the caller when left out. */
  readonly by?: (req: Request) => string;
  /** Only what was refused counts, so that somebody who knows the password is never shut out by success. */
  readonly failuresOnly?: boolean;
}

const guessing: Limit = { calls: 10, windowMs: 15 * minute, failuresOnly: true };
const byConversation = (req: Request) => toBearer(req.headers.authorization) ?? toAddressKey(req);

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

/** The handlers that slow down guessing and flooding, by the name of the call; none when switched off. */
export function createRateLimits(on: boolean, meter: Meter): Record<string, RequestHandler> {
  if (!on) return {};
  return Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, toHandler(limit, () => meter.limited(name))]),
  );
}

function toHandler(
  { calls, windowMs, by = toAddressKey, failuresOnly = false }: Limit,
  refused: () => void,
): RequestHandler {
  return rateLimit({
    limit: calls,
    windowMs,
    keyGenerator: by,
    skipSuccessfulRequests: failuresOnly,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Checked by our own tests; the library would write to the console.
    validate: false,
    handler: (_req, res, next) => {
      refused();
      const seconds = Number(res.getHeader('Retry-After')) || Math.ceil(windowMs / 1000);
      next(
        new HttpProblem(429, 'too-many', {
          values: { seconds },
          headers: { 'Retry-After': String(seconds) },
        }),
      );
    },
  });
}

function toAddressKey(req: Request): string {
  return ipKeyGenerator(req.ip ?? '');
}
