import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Accounts } from './accounts/accounts.ts';
import { createCallTimer } from './http/call-timer.ts';
import { type Common, createCommon } from './http/common.ts';
import { createChatCrossOrigin } from './http/cross-origin.ts';
import { mountDocs } from './http/docs.ts';
import { createFront } from './http/front.ts';
import { mountHealth } from './http/health.ts';
import { mountPages } from './http/pages.ts';
import { createProblemHandler } from './http/problem-handler.ts';
import { setHeaders } from './http/set-headers.ts';
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
  /** Without it only this machine reads `/metrics`. */
  readonly metricsToken?: string | undefined;
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

/** The whole HTTP side, which does not listen: Express, and the front that takes the hot calls before it. */
export function createListener(deps: AppDeps): RequestListener {
  const { chat } = deps.services;
  const common = createCommon({ ...deps, chat });
  return createFront(common, chat, createApp(deps, common));
}

/** The same as an Express app alone, which can answer every call. */
export function createApp(
  deps: AppDeps,
  common: Common = createCommon({ ...deps, chat: deps.services.chat }),
): Express {
  const { services, accounts, publicUrl } = deps;
  const { security } = common;
  const app = express();
  app.disable('x-powered-by');
  // Calls say themselves that they must not be kept, and files have a tag of their own.
  app.disable('etag');
  // A balancer on this machine may say whom it speaks for; nobody else is believed.
  app.set('trust proxy', 'loopback');

  app.use(common.log.handler);
  app.use(createCallTimer(deps.meter));
  app.use((req, res, next) => {
    setHeaders(res, isPage(req.path) ? security.pages : security.calls);
    next();
  });
  mountHealth(app, deps.ready, deps.registry, deps.metricsToken);
  app.use('/api/chat', createChatCrossOrigin(common.origins));
  mountDocs(app, publicUrl, deps.version);
  mountCalls(app, services, accounts, {
    authenticate: (headers) => accounts.authenticate(headers),
    publicUrl,
    streams: common.streams,
    before: common.limits.handlers,
  });
  mountPages(app, { ...deps, chat: services.chat });
  app.use(refuseUnknown());
  app.use(createProblemHandler(deps.logger));
  return app;
}

/** Whether a browser shows what stands here; calls are only read. */
function isPage(path: string): boolean {
  return !path.startsWith('/api/') || path.startsWith('/api/docs');
}
