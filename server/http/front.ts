import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { chatRoutes } from '../../shared/api/chat.ts';
import type { ChatService } from '../services.ts';
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
    const hot = toHotCall(req);
    if (hot === null) {
      app(req, res);
      return;
    }
    const answer = hot.name === 'messages' ? answerSend : answerStream;
    answer(front, hot, req, res).catch((error: unknown) => {
      common.logger.error({ err: error }, 'a call could not be answered');
      res.destroy();
    });
  };
}

interface Front extends Common {
  readonly chat: ChatService;
  readonly answers: RawHeaders;
}

interface HotCall {
  readonly name: 'messages' | 'stream';
  readonly id: string;
  readonly token: string;
}

const hotPath = /^\/api\/chat\/conversations\/([\w-]{1,100})\/(messages|stream)$/;
const plainJson = /^application\/json(?:; ?charset=utf-8)?$/i;

/** A call that is answered here; null hands it to Express. */
function toHotCall({ method, url = '', headers }: IncomingMessage): HotCall | null {
  if (!url.startsWith('/api/chat/conversations/')) return null;
  const [, id, last] = hotPath.exec(url) ?? [];
  const name = last === 'messages' ? last : 'stream';
  if (id === undefined || method !== (name === 'messages' ? 'POST' : 'GET')) return null;
  const token = toBearer(headers.authorization);
  const isPlain = headers['transfer-encoding'] === undefined && headers['content-encoding'] === undefined;
  if (token === null || !isPlain) return null;
  const length = Number(headers['content-length'] ?? 0);
  const fits =
    name === 'stream'
      ? length === 0
      : length > 0 && length <= smallBody && plainJson.test(headers['content-type'] ?? '');
  return fits ? { name, id, token } : null;
}

const sendRoute = '/api/chat/conversations/:id/messages';
const streamRoute = '/api/chat/conversations/:id/stream';
const nothing: RawHeaders = [];

async function answerSend(
  front: Front,
  { id, token }: HotCall,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const start = performance.now();
  let readable = nothing;
  let counted = nothing;
  try {
    // Nobody waits for the sake of pages of other origins but they.
    if (req.headers.origin !== undefined)
      readable = await front.origins.admit({ conversation: id }, req.headers);
    counted = front.limits.count('chatSend', token);
    const client = toClient(req, token);
    const received = { params: { id }, query: {}, body: parseJson(await readBody(req)) };
    const { params, query, body } = readCall(chatRoutes.chatSend, received, client);
    const caller = { kind: 'customer', token } as const;
    const answer = JSON.stringify(await front.chat.chatSend({ params, query, body, caller, client }));
    const length = String(Buffer.byteLength(answer));
    res.writeHead(200, [...front.answers, ...readable, ...counted, 'Content-Length', length]);
    res.end(answer);
  } catch (error) {
    refuse(front, error, [readable, counted], res, sendRoute);
  }
  conclude(front, req, res, start, sendRoute);
  front.log.note(req, res, start);
}

async function answerStream(
  front: Front,
  { id, token }: HotCall,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const start = performance.now();
  let readable = nothing;
  front.log.noteAtEnd(req, res, start);
  try {
    readable = await front.origins.admit({ conversation: id }, req.headers);
    const client = toClient(req, token);
    const received = { params: { id }, query: {}, body: undefined };
    const { params, query, body } = readCall(chatRoutes.chatStream, received, client);
    const caller = { kind: 'customer', token } as const;
    const headers = [...front.security.calls, ...vary, ...readable];
    await front.streams.answer(res, { kind: 'conversation', headers }, (sink) =>
      front.chat.chatStream({ params, query, body, caller, client }, sink),
    );
  } catch (error) {
    refuse(front, error, [readable], res, streamRoute);
    conclude(front, req, res, start, streamRoute);
  }
}

const vary: RawHeaders = ['Vary', 'Origin'];

/** Of the answers to calls that succeed, but for their length. */
function toAnswerHeaders(security: RawHeaders): RawHeaders {
  const own = ['Cache-Control', 'no-store', 'Content-Type', 'application/json; charset=utf-8'];
  return [...security, ...vary, ...own];
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

/** Counts a call that was answered; one whose sender went away was not. */
function conclude(
  { meter }: Front,
  { method = '' }: IncomingMessage,
  res: ServerResponse,
  start: number,
  route: string,
): void {
  if (res.writableEnded) meter.call((performance.now() - start) / 1000, method, route, res.statusCode);
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
