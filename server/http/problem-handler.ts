import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ErrorRequestHandler } from 'express';
import multer from 'multer';
import type { Logger } from 'pino';
import type { Problem } from '../../shared/api/problem.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { HttpProblem } from './http-problem.ts';
import { type TextLanguage, toTextLanguage } from './text-language.ts';
import { fill, texts } from './texts.ts';

/** The one error handler of Express. */
export function createProblemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const multipart = req.method === 'POST' && req.is('multipart/form-data') !== false;
    answerProblem(logger, error, res, { route: req.route?.path, multipart });
  };
}

/** What was called: its path as a route (`:id`, never an id itself), and whether it takes a multipart body. */
interface Called {
  readonly route: string | undefined;
  readonly multipart?: boolean;
}

/** Whatever was thrown leaves as a problem document; only our own bugs are a 500, and are logged. */
export function answerProblem(logger: Logger, error: unknown, res: ServerResponse, called: Called): void {
  const { req } = res;
  if (isGone(error, res)) {
    res.destroy();
    return;
  }
  const problem = toHttpProblem(error, called.multipart ?? false);
  const id = randomUUID();
  if (problem.status >= 500 && problem.code === 'internal') {
    logger.error({ err: error, problem: id, method: req.method, path: called.route }, 'a call failed');
  }
  if (res.headersSent) res.destroy();
  else sendProblem(res, problem, toTextLanguage(req.headers['accept-language']), id);
}

function sendProblem(res: ServerResponse, problem: HttpProblem, language: TextLanguage, id: string): void {
  const { title, detail } = texts[language].problems[problem.code];
  const document: Problem = {
    type: `urn:baton:problem:${problem.code}`,
    title,
    status: problem.status,
    detail: fill(detail, { id, ...problem.details.values }),
    ...problem.details.with,
  };
  const body = JSON.stringify(document);
  res.writeHead(problem.status, {
    'Cache-Control': 'no-store',
    'Content-Language': language,
    ...problem.details.headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  });
  res.end(body);
}

/** Whether the caller went away in the middle: nobody is left to answer, and nothing is wrong with us. */
function isGone(error: unknown, { req, destroyed }: ServerResponse): boolean {
  const { code, type } = toParserError(error);
  // A database that breaks its connection says the same words, but then the caller is still there.
  return (destroyed || req.socket.destroyed) && (goneCodes.has(code) || type === 'request.aborted');
}

const goneCodes = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNABORTED', 'ECONNRESET', 'EPIPE']);

function toHttpProblem(error: unknown, multipart: boolean): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof StoreUnavailable) {
    return new HttpProblem(503, 'busy', {
      headers: { 'Retry-After': String(error.retryAfterSeconds) },
      cause: error,
    });
  }
  if (error instanceof multer.MulterError) return toUploadProblem(error);
  if (error instanceof URIError) return new HttpProblem(400, 'bad-input', { cause: error });
  const { status, type, limit } = toParserError(error);
  if (type === 'entity.too.large') {
    return new HttpProblem(413, 'too-large', { values: { limit: toSize(limit) }, cause: error });
  }
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new HttpProblem(415, 'wrong-type', { values: { expected: 'application/json' }, cause: error });
  }
  // Express's file sender: no such file, or a path that leaves its folder.
  if (status === 404 || status === 403) return new HttpProblem(404, 'not-found', { cause: error });
  if (type.startsWith('entity.') || type.startsWith('request.') || status === 400) {
    return new HttpProblem(400, 'bad-json', { cause: error });
  }
  // Busboy throws plain errors for a broken multipart body.
  if (
    multipart &&
    error instanceof Error &&
    /multipart|boundary|unexpected end of form/i.test(error.message)
  ) {
    return new HttpProblem(400, 'no-file', { cause: error });
  }
  return new HttpProblem(500, 'internal', { cause: error });
}

function toUploadProblem(error: multer.MulterError): HttpProblem {
  return error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FIELD_VALUE'
    ? new HttpProblem(413, 'too-large', { values: { limit: '10 MB' }, cause: error })
    : new HttpProblem(400, 'no-file', { cause: error });
}

/** What express, its body parsers and Node put on their errors. */
function toParserError(error: unknown): { status: number; type: string; limit: number; code: string } {
  const read = (key: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
  const type = read('type');
  return {
    code: String(read('code') ?? ''),
    status: Number(read('status') ?? 0),
    type: typeof type === 'string' ? type : '',
    limit: Number(read('limit') ?? 0),
  };
}

/** Bytes as people read them: `64 kB`, `20 MB`. */
export function toSize(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${Math.round(bytes / 1024)} kB`;
}
