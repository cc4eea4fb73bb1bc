import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Route } from '../../shared/api/route.ts';
import type { AnyEvent, Caller, Client, Customer, Download, EventSink, Upload } from '../services.ts';
import { type Authenticate, admit } from './access.ts';
import type { EventStreams } from './event-streams.ts';
import { readMultipart, sendDownload, toUpload } from './files.ts';
import { HttpProblem } from './http-problem.ts';
import { toIdempotencyKey } from './idempotency-key.ts';
import { readCall, toClient } from './read-call.ts';

export interface MountDeps {
  readonly authenticate: Authenticate;
  readonly publicUrl: string;
  readonly streams: EventStreams;
  /** Handlers that run before a call is admitted, by name: rate limits. */
  readonly before?: Readonly<Record<string, RequestHandler>>;
}

/** A call as every service method receives it; the descriptors give each method its narrower type. */
interface AnyCall {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly caller: Caller | Customer | null;
  readonly client: Client;
  readonly headers: Headers;
  setCookies(values: readonly string[]): void;
}
type AnyMethod = (call: AnyCall, extra?: Upload | EventSink<AnyEvent>) => Promise<unknown>;

/** The largest body of a call that names no other limit, in bytes. */
export const smallBody = 64 * 1024;

/** Puts the calls of one area on the app: each is admitted, read, validated, given to its service, answered. */
export function mountArea<Routes extends Record<string, Route>>(
  app: Express,
  routes: Routes,
  service: { readonly [Name in keyof Routes]: unknown },
  deps: MountDeps,
): void {
  for (const [name, route] of Object.entries(routes)) {
    const method = service[name];
    if (typeof method !== 'function') throw new Error(`no service answers ${name}`);
    // The service's type was checked against the same descriptors; only the loop forgets which is which.
    const serve = method.bind(service) as AnyMethod;
    const before = deps.before?.[name];
    app[route.method](
      toExpressPath(route.path),
      ...(before ? [before] : []),
      admitFirst(route, deps),
      readBody(route),
      (req, res) => perform(route, serve, req, res, deps),
    );
  }
}

/** `/api/bots/{id}` as express writes it: `/api/bots/:id`. */
export function toExpressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Nobody's body is read before they are known to be allowed to send it. */
function admitFirst(route: Route, deps: MountDeps): RequestHandler {
  return async (req, res, next) => {
    res.locals.caller = await admit(route, req, deps);
    next();
  };
}

function readBody(route: Route): RequestHandler {
  const limit = route.limit ?? smallBody;
  if (route.accepts === 'multipart') return readMultipart(limit);
  const parse = express.json({ limit, strict: false });
  return (req, res, next) => {
    const hasBody =
      req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
    if (hasBody && !req.is('application/json')) {
      next(new HttpProblem(415, 'wrong-type', { values: { expected: 'application/json' } }));
      return;
    }
    parse(req, res, next);
  };
}

async function perform(
  route: Route,
  serve: AnyMethod,
  req: Request,
  res: Response,
  deps: MountDeps,
): Promise<void> {
  const client: Client = {
    ...toClient(req),
    ...(route.repeatable && { idempotencyKey: toIdempotencyKey(req) }),
  };
  const parsed = readCall(route, { params: req.params, query: { ...req.query }, body: req.body }, client);
  const call: AnyCall = {
    ...parsed,
    caller: res.locals.caller,
    client,
    get headers() {
      return toHeaders(req);
    },
    setCookies: (values) => void res.append('Set-Cookie', [...values]),
  };
  res.set('Cache-Control', 'no-store');
  if (route.sends === 'events') return stream(route, serve, call, req, res, deps);
  const data = await serve(call, route.accepts === 'multipart' ? toUpload(req.file) : undefined);
  if (route.sends === 'file') return sendDownload(res, data as Download);
  const [status = 200] = Object.keys(route.answers).map(Number);
  if (route.answers[status] === null) res.status(status).end();
  else res.status(status).json(data);
}

function stream(
  route: Route,
  serve: AnyMethod,
  call: AnyCall,
  req: Request,
  res: Response,
  deps: MountDeps,
): Promise<void> {
  // Its head would be answered and its body never end.
  if (req.method === 'HEAD') {
    const values = { method: 'HEAD', allowed: 'GET' };
    throw new HttpProblem(405, 'wrong-method', { values, headers: { Allow: 'GET' } });
  }
  const isCustomers = route.roles === 'conversation';
  return deps.streams.answer(
    res,
    {
      kind: isCustomers ? 'conversation' : 'inbox',
      headers: [],
      // Who is signed out, removed or loses the role hears nothing more after a minute at the latest.
      check: isCustomers ? undefined : () => admit(route, req, deps),
    },
    (sink) => serve(call, sink),
  );
}

function toHeaders(req: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
