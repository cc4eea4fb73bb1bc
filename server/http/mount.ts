import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Route } from '../../shared/api/route.ts';
import type { Caller, Client, Customer, Download, EventSink, Upload } from '../services.ts';
import { type Authenticate, admit, toBearer } from './access.ts';
import { cleanJson } from './clean-json.ts';
import { EventStream } from './event-stream.ts';
import { readMultipart, sendDownload, toUpload } from './files.ts';
import { HttpProblem } from './http-problem.ts';
import { toTextLanguage } from './text-language.ts';
import { validate } from './validate.ts';

export interface MountDeps {
  readonly authenticate: Authenticate;
  readonly publicUrl: string;
  /** Aborts when the server closes: every stream ends then. */
  readonly stop: AbortSignal;
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
type AnyMethod = (
  call: AnyCall,
  extra?: Upload | EventSink<{ event: string; data: unknown }>,
) => Promise<unknown>;

const smallBody = 64 * 1024;
const accessCheckMs = 60_000;

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
  const client = toClient(req);
  const received = { params: req.params, query: { ...req.query }, body: req.body };
  if (!cleanJson(received)) throw new HttpProblem(400, 'too-deep');
  const parsed = validate(route, received, client.language);
  const call: AnyCall = {
    ...parsed,
    caller: res.locals.caller,
    client,
    headers: toHeaders(req),
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

async function stream(
  route: Route,
  serve: AnyMethod,
  call: AnyCall,
  req: Request,
  res: Response,
  deps: MountDeps,
): Promise<void> {
  const events = new EventStream(req, res, deps.stop);
  try {
    await serve(call, events.sink);
  } catch (error) {
    // The subscription is let go of, the response stays open for the problem.
    events.abandon();
    throw error;
  }
  events.begin();
  endWithAccess(route, events, req, deps);
}

/** Who is signed out, removed or loses the role hears nothing more after a minute at the latest. */
function endWithAccess(route: Route, events: EventStream, req: Request, deps: MountDeps): void {
  const check = setInterval(() => {
    admit(route, req, deps).catch(() => events.end());
  }, accessCheckMs);
  events.sink.gone.addEventListener('abort', () => clearInterval(check));
  if (events.sink.gone.aborted) clearInterval(check);
}

function toClient(req: Request): Client {
  const acceptLanguage = req.headers['accept-language'] ?? '';
  return {
    ip: req.ip ?? '',
    origin: req.headers.origin ?? null,
    acceptLanguage,
    token: toBearer(req.headers.authorization),
    language: toTextLanguage(acceptLanguage),
  };
}

function toHeaders(req: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
