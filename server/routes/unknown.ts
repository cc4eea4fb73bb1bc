import type { RequestHandler } from 'express';
import { contract } from '../../shared/api/contract.ts';
import type { Route } from '../../shared/api/route.ts';
import { HttpProblem } from '../http/http-problem.ts';

/** What no route took: 405 where another method is known, else 404. */
export function refuseUnknown(): RequestHandler {
  const known = Object.values<Route>(contract).map((route) => ({
    method: route.method.toUpperCase(),
    pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
  }));
  return (req, _res, next) => {
    const allowed = known.filter(({ pattern }) => pattern.test(req.path)).map(({ method }) => method);
    next(
      allowed.length === 0
        ? new HttpProblem(404, 'not-found')
        : new HttpProblem(405, 'wrong-method', {
            values: { method: req.method, allowed: allowed.join(', ') },
            headers: { Allow: allowed.join(', ') },
          }),
    );
  };
}
