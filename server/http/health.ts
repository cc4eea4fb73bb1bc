import type { Express } from 'express';
import type { Registry } from 'prom-client';
import { HttpProblem } from './http-problem.ts';

/** What tells a balancer and a monitor how the server is. */
export function mountHealth(app: Express, ready: () => Promise<boolean>, registry: Registry): void {
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' });
  });
  app.get('/readyz', async (_req, res) => {
    if (!(await isReady(ready))) throw new HttpProblem(503, 'busy', { headers: { 'Retry-After': '2' } });
    res.json({ status: 'ready' });
  });
  app.get('/metrics', async (_req, res) => {
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
