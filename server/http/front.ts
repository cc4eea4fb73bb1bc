import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { chatRoutes } from '../../shared/api/chat.ts';
import type { ChatService, Client, Customer } from '../services.ts';
import { toBearer } from './access.ts';
import type { Common } from './common.ts';
import { HttpProblem } from './http-problem.ts';
import { smallBody } from './mount.ts';
import { answerProblem } from './problem-handler.ts';
import { readCall, toClient } from './read-call.ts';
import type { RawHeaders } from './security.ts';
import { setHeaders } from './set-headers.ts';

/**
 * The door in front of Express for the two calls that make the load of a server: a customer's message, and
 * opening a conversation's stream. Express itself costs four fifths of a message: on one core it answers 5,400
 * JSON posts a second where `node:http` answers 34,000. So these two are answered here, and only where nothing is
 * unusual about them; whatever else there is to say (no token, another content type, a body without a length or
 * too long) is for Express, which mounts the same calls. What is validated, limited, counted and sent is the same
 * code both ways, and one contract suite runs over both.
 */
export function createFront(common: Common, chat: ChatService, app: RequestListener): RequestListener {
  const front = { ...common, chat, answers: toAnswerHeaders(common.security.calls) };
  return (req, res) => {
    const id = toHotId(req);
    if (id === null) app(req, res);
    else if (req.method === 'POST') void answerSend(front, id, req, res);
    else void answerStream(front, id, req, res);
  };
}

interface Front extends Common {
  readonly chat: ChatService;
  readonly answers: RawHeaders;
}

const hotPath = /^\/api\/chat\/conversations\/([\w-]{1,100})\/(messages|stream)$/;
const plainJson = /^application\/json(?:; ?charset=utf-8)?$/i;

/** The conversation of a call that is answered here; null hands it to Express. */
function toHotId({ method, url = '', headers }: IncomingMessage): string | null {
  if (!url.startsWith('/api/chat/conversations/')) return null;
  const [, id, call] = hotPath.exec(url) ?? [];
  if (id === undefined || method !== (call === 'messages' ? 'POST' : 'GET')) return null;
  if (toBearer(headers.authorization) === null || headers['transfer-encoding'] !== undefined) return null;
  if (headers['content-encoding'] !== undefined) return null;
  const length = Number(headers['content-length'] ?? 0);
  if (method === 'GET') return length === 0 ? id : null;
  return length > 0 && length <= smallBody && plainJson.test(headers['content-type'] ?? '') ? id : null;
}

const sendRoute = '/api/chat/conversations/:id/messages';
const streamRoute = '/api/chat/conversations/:id/stream';
const nothing: RawHeaders = [];

async function answerSend(
  front: Front,
  id: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const start = performance.now();
  let readable = nothing;
  let counted = nothing;
  try {
    readable = await admitOrigin(front, id, req);
    counted = front.limits.count('chatSend', req);
    const client = toClient(req);
    const received = { params: { id }, query: {}, body: parseJson(await readBody(req)) };
    const call = readCall(chatRoutes.chatSend, received, client);
    const data = await front.chat.chatSend({ ...call, ...toCaller(client) });
    const body = JSON.stringify(data);
    const length = String(Buffer.byteLength(body));
    res.writeHead(200, front.answers.concat(readable, counted, ['Content-Length', length]));
    res.end(body);
  } catch (error) {
    refuse(front, error, [readable, counted], res, sendRoute);
  }
  front.meter.call((performance.now() - start) / 1000, 'POST', sendRoute, res.statusCode);
  front.log.note(req, res, start);
}

async function answerStream(
  front: Front,
  id: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const start = performance.now();
  let readable = nothing;
  front.log.noteAtEnd(req, res, start);
  try {
    readable = await admitOrigin(front, id, req);
    const client = toClient(req);
    const call = readCall(chatRoutes.chatStream, { params: { id }, query: {}, body: undefined }, client);
    const headers = [...front.security.calls, ...vary, ...readable];
    await front.streams.answer(res, { kind: 'conversation', headers }, (sink) =>
      front.chat.chatStream({ ...call, ...toCaller(client) }, sink),
    );
  } catch (error) {
    refuse(front, error, [readable], res, streamRoute);
    front.meter.call((performance.now() - start) / 1000, 'GET', streamRoute, res.statusCode);
  }
}

const vary: RawHeaders = ['Vary', 'Origin'];

/** Of the answers to calls that succeed, but for their length. */
function toAnswerHeaders(security: RawHeaders): RawHeaders {
  const own = ['Cache-Control', 'no-store', 'Content-Type', 'application/json; charset=utf-8'];
  return [...security, ...vary, ...own];
}

/** A page of another origin is rare in a load, and only it has to be waited for. */
function admitOrigin(
  front: Front,
  id: string,
  { headers }: IncomingMessage,
): RawHeaders | Promise<RawHeaders> {
  return headers.origin === undefined ? nothing : front.origins.admit({ conversation: id }, headers);
}

function toCaller(client: Client): { readonly caller: Customer; readonly client: Client } {
  return { caller: { kind: 'customer', token: client.token ?? '' }, client };
}

function refuse(
  { logger, security }: Front,
  error: unknown,
  headers: readonly RawHeaders[],
  res: ServerResponse,
  route: string,
): void {
  if (!res.headersSent) for (const some of [security.calls, vary, ...headers]) setHeaders(res, some);
  answerProblem(logger, error, res, { route });
}

/** The whole body; fails when its sender goes away before its end. Its length was looked at before. */
function readBody(req: IncomingMessage): Promise<Buffer> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    req.on('error', failed);
  });
}

/** As body-parser reads it: UTF-8, with or without a byte order mark. */
function parseJson(bytes: Buffer): unknown {
  const text = bytes.toString('utf8', bytes[0] === 0xef ? 3 : 0);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HttpProblem(400, 'bad-json', { cause });
  }
}
