import type { RequestHandler } from 'express';
import type { Meter } from '../meter.ts';

/**
 * Times every call by method, route (with `:id`, never an id itself) and status. Streams are left out: they
 * last as long as their readers like.
 */
export function createCallTimer(meter: Meter): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    res.on('finish', () => {
      if (String(res.getHeader('Content-Type') ?? '').startsWith('text/event-stream')) return;
      const route = typeof req.route?.path === 'string' ? req.route.path : 'other';
      meter.call((performance.now() - start) / 1000, req.method, route, res.statusCode);
    });
    next();
  };
}
