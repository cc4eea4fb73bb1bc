import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { createApp } from './app.ts';
import { createRegistry } from './http/metrics.ts';
import { loadSamples } from './runtime/bots/load-samples.ts';
import { systemClock } from './runtime/clock.ts';
import type { People } from './runtime/people.ts';
import { createRuntime, type Runtime } from './runtime/runtime.ts';
import { createMailer } from './runtime/work/mailer.ts';
import type { Settings } from './settings.ts';
import { openSqlite } from './store/sqlite/open-sqlite.ts';
import type { Store } from './store/store.ts';

export interface StartOptions {
  settings: Settings;
  logger: Logger;
  version: string;
  /** The repository's top folder, with `dist` and `flows` in it. */
  top: string;
}

export interface StartedServer {
  /** Where it listens. */
  address: string;
  /** Where the first visitor makes the first account; null when there is one. */
  firstAccountLink: string | null;
  samples: number;
  /** Lets go of readers, finishes what is under way and closes the database. */
  stop(): Promise<void>;
}

/** Opens the database, brings it to the newest shape, fills it where it is new, and listens. */
export async function startServer({ settings, logger, version, top }: StartOptions): Promise<StartedServer> {
  const { store, db } = await openSqlite(join(resolve(settings.dataFolder), 'baton.sqlite'));
  const secret = settings.secret ?? (await keepSecret(store));
  const publicUrl = settings.publicUrl ?? toAddress(settings.host, settings.port);
  // Accounts and desk need each other; both look the other up only when they are called.
  const built: { runtime?: Runtime; accounts?: Accounts } = {};
  const people: People = { list: async () => (await built.accounts?.directory.list()) ?? [] };
  const mailer = createMailer(settings.smtpUrl, (mail) =>
    logger.info({ mail }, 'No SMTP_URL is set, so this mail is only shown.'),
  );
  const runtime = createRuntime({
    store,
    clock: systemClock,
    people,
    mailer,
    log: toLog(logger),
    secret,
    publicUrl,
    allowHosts: settings.allowHosts,
  });
  built.runtime = runtime;
  const accounts = await createAccounts({
    db,
    secret,
    publicUrl,
    desk: () => runtime.services.admin,
    now: systemClock.now,
  });
  built.accounts = accounts;
  if (settings.admin) await accounts.makeFirstAccount(settings.admin);
  const samples = settings.samples ? await loadSamples(runtime.deps, join(top, 'flows')) : 0;
  const ending = new AbortController();
  const app = createApp({
    services: runtime.services,
    accounts,
    logger,
    registry: createRegistry(),
    publicUrl,
    version,
    clientFolder: join(top, 'dist', 'client'),
    widgetFolder: join(top, 'dist', 'widget'),
    rateLimits: settings.rateLimits,
    ready: async () => {
      await store.ping();
      return !ending.signal.aborted;
    },
    stop: ending.signal,
  });
  const server = createServer(app);
  const address = await listen(server, settings);
  const work = runtime.work.start();
  return {
    address,
    samples,
    firstAccountLink: await accounts.createFirstAccountLink(),
    stop: async () => {
      ending.abort();
      await close(server);
      await work.stop();
      await store.close();
    },
  };
}

/** Made once and kept, so that sessions and conversations outlive a restart. */
async function keepSecret(store: Store): Promise<string> {
  return String(await store.desk.settingOnce('secret', randomBytes(32).toString('base64url')));
}

function listen(server: Server, { host, port }: Settings): Promise<string> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done(toAddress(host, (server.address() as AddressInfo).port));
    });
  });
}

/** Calls under way get five seconds to end. */
function close(server: Server): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(late);
      done();
    });
    server.closeIdleConnections();
  });
}

function toAddress(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function toLog(logger: Logger) {
  const plain = (about: object) =>
    'error' in about ? { ...about, error: undefined, err: about.error } : about;
  return {
    info: (about: object, text: string) => logger.info(plain(about), text),
    warn: (about: object, text: string) => logger.warn(plain(about), text),
    error: (about: object, text: string) => logger.error(plain(about), text),
  };
}
