import type { RequestHandler } from 'express';
import type { ChatService } from '../services.ts';
import { HttpProblem } from './http-problem.ts';
import { isOwnOrigin } from './own-origin.ts';

/**
 * Lets pages of other origins talk to a bot, without credentials: those its designer named, or any. A page
 * that is not among them is refused, not only kept from reading the answer.
 */
export function createChatCrossOrigin(chat: ChatService, publicUrl: string): RequestHandler {
  return async (req, res, next) => {
    const { origin } = req.headers;
    res.vary('Origin');
    // Pictures of the bot are shown in pages of other origins.
    if (req.path.startsWith('/assets/')) res.set('Cross-Origin-Resource-Policy', 'cross-origin');
    if (origin !== undefined) {
      const allowed = await chat.allowedOrigins(toTarget(req.path));
      const mayCall = allowed.length === 0 || allowed.includes(origin) || isOwnOrigin(req.headers, publicUrl);
      if (!mayCall) throw new HttpProblem(403, 'origin-not-allowed', { values: { origin } });
      res.set('Access-Control-Allow-Origin', origin);
      res.set('Access-Control-Expose-Headers', 'Retry-After, Content-Disposition');
    }
    if (req.method !== 'OPTIONS') return next();
    res
      .set({
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, Accept-Language, Last-Event-ID',
        'Access-Control-Max-Age': '600',
      })
      .status(204)
      .end();
  };
}

/** What a chat address below `/api/chat` is about. */
function toTarget(path: string): { bot: string } | { conversation: string } {
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
