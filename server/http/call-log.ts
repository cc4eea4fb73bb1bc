import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * One line a call: method, path, status, time. No headers, no query and no body, since tokens, passwords and
 * what customers write are in them.
 */
export interface CallLog {
  /** Writes the line of an answered call that began at `start` (of `performance.now()`). */
  note(req: IncomingMessage, res: ServerResponse, start: number): void;
  /** The same once a stream has ended; where it would not be logged it costs nothing. */
  noteAtEnd(req: IncomingMessage, res: ServerResponse, start: number): void;
  /** The same for Express: every call, once it is answered or its caller is gone. */
  readonly handler: RequestHandler;
}

export function createCallLog(logger: Logger): CallLog {
  const note = (req: IncomingMessage, res: ServerResponse, start: number, path = toPath(req.url)): void => {
    const level = toLevel(res.statusCode);
    // Most calls are not logged, and cost nothing then.
    if (!logger.isLevelEnabled(level) || unwatched.has(path)) return;
    logger[level](
      {
        req: { method: req.method, path },
        res: { status: res.statusCode },
        responseTime: Math.round(performance.now() - start),
      },
      res.writableEnded ? 'request completed' : 'request aborted',
    );
  };
  return {
    note,
    noteAtEnd: (req, res, start) => {
      if (logger.isLevelEnabled('debug')) res.once('close', () => note(req, res, start));
    },
    handler: (req, res, next) => {
      const start = performance.now();
      // Within a mounted path Express shortens `url`, so it is read now.
      const path = toPath(req.url);
      res.once('close', () => note(req, res, start, path));
      next();
    },
  };
}

/** Asked every few seconds by monitors and balancers. */
const unwatched = new Set(['/healthz', '/readyz', '/metrics']);

function toLevel(status: number): 'error' | 'info' | 'debug' {
  // Who is asked to come again: why is logged once, where it began.
  if (status === 503) return 'info';
  if (status >= 500) return 'error';
  return status >= 400 ? 'info' : 'debug';
}

function toPath(url: string | undefined): string {
  return url?.split('?')[0] ?? '';
}
