import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** A registry with the process's own numbers, to which other parts of the server add theirs. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/**
 * Times every call by method, route (with `:id`, never an id itself) and status. Streams are left out: they
 * last as long as their readers like.
 */
export function createCallTimer(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'baton_http_seconds',
    help: 'Time to answer a call, in seconds',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return (req, res, next) => {
    const done = seconds.startTimer();
    res.on('finish', () => {
      if (String(res.getHeader('Content-Type') ?? '').startsWith('text/event-stream')) return;
      const route = typeof req.route?.path === 'string' ? req.route.path : 'other';
      done({ method: req.method, route, status: String(res.statusCode) });
    });
    next();
  };
}
