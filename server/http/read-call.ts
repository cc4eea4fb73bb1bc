import type { IncomingMessage } from 'node:http';
import type { ParsedCall, Route } from '../../shared/api/route.ts';
import type { Client } from '../services.ts';
import { toBearer } from './access.ts';
import { cleanJson } from './clean-json.ts';
import { toClientAddress } from './client-address.ts';
import { HttpProblem } from './http-problem.ts';
import { toTextLanguage } from './text-language.ts';
import { type Received, validate } from './validate.ts';

/** Reads what was received by the call's descriptor; throws a 400 that lists every mistake. */
export function readCall<R extends Route>(route: R, received: Received, client: Client): ParsedCall<R> {
  if (!cleanJson(received)) throw new HttpProblem(400, 'too-deep');
  return validate(route, received, client.language);
}

/** From where a call came, whose token it carries, and which languages its sender reads. */
export function toClient(
  req: IncomingMessage,
  token: string | null = toBearer(req.headers.authorization),
): Client {
  const { origin, 'accept-language': acceptLanguage = '' } = req.headers;
  return {
    ip: toClientAddress(req),
    origin: origin ?? null,
    acceptLanguage,
    token,
    language: toTextLanguage(acceptLanguage),
  };
}
