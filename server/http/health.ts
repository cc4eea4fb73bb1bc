import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import type { Registry } from 'prom-client';
import { toBearer } from './access.ts';
import { HttpProblem } from './http-problem.ts';

/**
 * What tells a balancer and a monitor how the server is. The numbers are for this machine, or for whoever sends
 * the token: they name no customer, but tell how much goes on here.
 */
export function mountHealth(
  app: Express,
  ready: () => Promise<boolean>,
  registry: Registry,
  metricsToken?: string,
): void {
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' });
  });
  app.get('/readyz', async (_req, res) => {
    if (!(await isReady(ready))) throw new HttpProblem(503, 'busy', { headers: { 'Retry-After': '2' } });
    res.json({ status: 'ready' });
  });
  app.get('/metrics', async (req, res) => {
    if (!mayReadMetrics(req, metricsToken)) throw new HttpProblem(404, 'not-found');
    res.set('Content-Type', registry.contentType).send(await registry.metrics());
  });
}

async function isReady(ready: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ready();
  } catch {
    return false;
  }
}

/** Behind a proxy on this machine, `ip` is that of whom the proxy speaks for. */
function mayReadMetrics({ ip = '', headers }: Request, token: string | undefined): boolean {
  if (token === undefined) return /^(::ffff:)?127\.|^::1$/.test(ip);
  return timingSafeEqual(toDigest(toBearer(headers.authorization) ?? ''), toDigest(token));
}

/** Of the same length whatever was sent, as the comparison wants it. */
function toDigest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
