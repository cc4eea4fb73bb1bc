import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Accounts } from './accounts/accounts.ts';
import { createCallLog } from './http/call-log.ts';
import { createCallTimer } from './http/call-timer.ts';
import { createChatCrossOrigin } from './http/cross-origin.ts';
import { mountDocs } from './http/docs.ts';
import { mountHealth } from './http/health.ts';
import { mountPages } from './http/pages.ts';
import { createProblemHandler } from './http/problem-handler.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { createSecurityHeaders } from './http/security.ts';
import type { Meter } from './meter.ts';
import { mountCalls } from './routes/calls.ts';
import { refuseUnknown } from './routes/unknown.ts';
import type { Services } from './services.ts';

export interface AppDeps {
  readonly services: Services;
  readonly accounts: Accounts;
  readonly logger: Logger;
  /** What `/metrics` shows, and where it is counted. */
  readonly registry: Registry;
  readonly meter: Meter;
  /** Where people reach this server, `https://chat.example.com`. */
  readonly publicUrl: string;
  readonly version: string;
  /** The built screens and the built widget. */
  readonly clientFolder: string;
  readonly widgetFolder: string;
  readonly rateLimits: boolean;
  /** Whether the database answers and everything that must be there at first start is there. */
  readonly ready: () => Promise<boolean>;
  /** Aborts when the server closes: live streams end. */
  readonly stop: AbortSignal;
}

/** The whole HTTP side as an Express app that does not listen. */
export function createApp(deps: AppDeps): Express {
  const { services, accounts, publicUrl } = deps;
  const app = express();
  app.disable('x-powered-by');
  // A balancer on this machine may say whom it speaks for; nobody else is believed.
  app.set('trust proxy', 'loopback');

  app.use(createCallLog(deps.logger));
  app.use(createCallTimer(deps.meter));
  app.use(createSecurityHeaders(publicUrl));
  mountHealth(app, deps.ready, deps.registry);
  app.use('/api/chat', createChatCrossOrigin(services.chat, publicUrl));
  mountDocs(app, publicUrl, deps.version);
  mountCalls(app, services, accounts, {
    authenticate: (headers) => accounts.authenticate(headers),
    publicUrl,
    stop: deps.stop,
    before: createRateLimits(deps.rateLimits, deps.meter),
  });
  mountPages(app, { ...deps, chat: services.chat });
  app.use(refuseUnknown());
  app.use(createProblemHandler(deps.logger));
  return app;
}
