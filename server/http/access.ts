import type { Request } from 'express';
import type { Route } from '../../shared/api/route.ts';
import type { Caller, Customer } from '../services.ts';
import { HttpProblem } from './http-problem.ts';
import { isOwnOrigin } from './own-origin.ts';

/** Who a request is from, and how it says so; null when it says nothing that is valid. */
export type Authenticate = (
  headers: Request['headers'],
) => Promise<{ readonly caller: Caller; readonly by: 'session' | 'key' } | null>;

interface Door {
  readonly authenticate: Authenticate;
  readonly publicUrl: string;
}

/** Lets a call in or throws 401 or 403, by its descriptor's roles. */
export async function admit(route: Route, req: Request, door: Door): Promise<Caller | Customer | null> {
  if (route.roles === 'conversation') return toCustomer(req);
  if (route.roles === 'public') return route.tag === 'auth' ? admitAnybody(route, req, door) : null;
  const found = await door.authenticate(req.headers);
  if (!found) throw new HttpProblem(401, 'sign-in', { headers: { 'WWW-Authenticate': 'Bearer' } });
  if (found.by === 'session') demandOwnOrigin(route, req, door);
  const wanted = route.roles === 'signed-in' ? found.caller.roles : route.roles;
  if (!wanted.some((role) => found.caller.roles.includes(role))) {
    throw new HttpProblem(403, 'forbidden', { values: { roles: wanted.join(' / ') } });
  }
  return found.caller;
}

function toCustomer(req: Request): Customer {
  const token = toBearer(req.headers.authorization);
  if (token === null) throw new HttpProblem(401, 'bad-token', { headers: { 'WWW-Authenticate': 'Bearer' } });
  return { kind: 'customer', token };
}

/**
 * Signing in, out and taking up an invitation set or remove a cookie: no other page may do that to a
 * visitor. A program, which sends no `Origin`, may.
 */
async function admitAnybody(route: Route, req: Request, door: Door): Promise<Caller | null> {
  const found = await door.authenticate(req.headers);
  if (found?.by === 'session' || req.headers.origin !== undefined) demandOwnOrigin(route, req, door);
  return found?.caller ?? null;
}

function demandOwnOrigin(route: Route, req: Request, door: Door): void {
  if (route.method !== 'get' && !isOwnOrigin(req.headers, door.publicUrl)) {
    throw new HttpProblem(403, 'wrong-origin');
  }
}

/** The token of an `Authorization: Bearer` header, or null. */
export function toBearer(header: string | undefined): string | null {
  const match = /^Bearer +([\w.~+/=-]{1,500})$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
