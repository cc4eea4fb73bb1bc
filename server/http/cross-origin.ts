import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import type { ChatService } from '../services.ts';
import { HttpProblem } from './http-problem.ts';
import { isOwnOrigin } from './own-origin.ts';
import type { RawHeaders } from './security.ts';
import { setHeaders } from './set-headers.ts';

/** What a chat address is about. */
export type ChatTarget = { readonly bot: string } | { readonly conversation: string };

/** Decides whether a page of another origin may talk to a bot: those its designer named, or any. */
export interface ChatOrigins {
  /**
   * The headers that let the page read the answer, none without an `Origin`. Throws a 403 for a page that is
   * not among them: it is refused, not only kept from reading.
   */
  admit(target: ChatTarget, headers: IncomingHttpHeaders): Promise<RawHeaders>;
}

export function createChatOrigins(chat: ChatService, publicUrl: string): ChatOrigins {
  return {
    admit: async (target, headers) => {
      const { origin } = headers;
      if (origin === undefined) return [];
      const allowed = await chat.allowedOrigins(target);
      const readable = toReadable(origin);
      if (allowed.length === 0 || allowed.includes(origin) || isOwnOrigin(headers, publicUrl))
        return readable;
      // The page may read why, and nothing else.
      throw new HttpProblem(403, 'origin-not-allowed', {
        values: { origin },
        headers: { 'Access-Control-Allow-Origin': origin },
      });
    },
  };
}

/** What every answer to a page of another origin carries, so that it can read it; never credentials. */
function toReadable(origin: string): RawHeaders {
  return [
    'Access-Control-Allow-Origin',
    origin,
    'Access-Control-Expose-Headers',
    'Retry-After, Content-Disposition',
  ];
}

const preflight: RawHeaders = [
  'Access-Control-Allow-Methods',
  'GET, POST',
  'Access-Control-Allow-Headers',
  'Authorization, Content-Type, Accept-Language, Last-Event-ID',
  'Access-Control-Max-Age',
  '600',
];

/**
 * Lets pages of other origins talk to a bot, without credentials. A preflight is answered to every page: what
 * is refused is the call after it, with a reason that the page can read.
 */
export function createChatCrossOrigin(origins: ChatOrigins): RequestHandler {
  return async (req, res, next) => {
    const { origin } = req.headers;
    res.vary('Origin');
    // Pictures of the bot are shown in pages of other origins.
    if (req.path.startsWith('/assets/')) res.set('Cross-Origin-Resource-Policy', 'cross-origin');
    if (req.method !== 'OPTIONS') {
      setHeaders(res, await origins.admit(toTarget(req.path), req.headers));
      return next();
    }
    setHeaders(res, [...(origin === undefined ? [] : toReadable(origin)), ...preflight]);
    res.writeHead(204).end();
  };
}

/** What a chat address below `/api/chat` is about. */
function toTarget(path: string): ChatTarget {
  const [, first = '', second] = path.split('/').map(decode);
  return first === 'conversations' && second ? { conversation: second } : { bot: first };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
