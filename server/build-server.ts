import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { type AppDeps, createListener } from './app.ts';
import { watchBacklog } from './http/backlog-metrics.ts';
import { createMeter, createRegistry } from './http/metrics.ts';
import { createMailer } from './runtime/background/mailer.ts';
import { loadSamples } from './runtime/bots/load-samples.ts';
import { trainInThread } from './runtime/bots/train-in-thread.ts';
import { systemClock } from './runtime/clock.ts';
import type { People } from './runtime/people.ts';
import { createRuntime, type Runtime, type RuntimeOptions } from './runtime/runtime.ts';
import type { Settings } from './settings.ts';
import { type Database, openDatabase } from './store/open-database.ts';
import { readBacklog } from './store/sql/read-backlog.ts';
import type { Tables } from './store/sql/tables.ts';
import type { Store } from './store/store.ts';
import { createStoreWatch } from './watch-store.ts';

export interface BuildOptions {
  settings: Settings;
  /** Where people reach this server. */
  publicUrl: string;
  logger: Logger;
  version: string;
  /** The repository's top folder, with `dist` and `flows` in it. */
  top: string;
}

/** A server that is ready for calls and does not listen yet. */
export interface BuiltServer {
  listener: RequestListener;
  /** Where the first visitor makes the first account; null when there is one. */
  firstAccountLink: string | null;
  /** How many sample bots were loaded at this start. */
  samples: number;
  /** Begins the work that goes on by itself: timers, outgoing work, watching who is there. */
  startWork(): void;
  /** Ends live streams, so that the last calls can end too. */
  endStreams(): void;
  /** Begins nothing new in the background, and waits for what is under way. */
  stopWork(): Promise<void>;
  /** Waits for the turns that are under way and closes the database; after the last call. */
  close(): Promise<void>;
}

/** Opens the database, brings it to the newest shape, and fills it where it is new. */
export async function buildServer(options: BuildOptions): Promise<BuiltServer> {
  const registry = createRegistry();
  const meter = createMeter(registry);
  const watch = createStoreWatch(options.logger, meter);
  const database = await openDatabase(options.settings, { meter, watch });
  // Of several processes that start at once on a new database, one fills it.
  return database.alone(() => buildOn(database, { registry, meter }, options));
}

async function buildOn(
  { store, db, neighbours }: Database,
  { registry, meter }: Pick<AppDeps, 'registry' | 'meter'>,
  options: BuildOptions,
): Promise<BuiltServer> {
  const { settings, publicUrl, top } = options;
  const secret = settings.secret ?? (await keepSecret(store));
  // Accounts and desk need each other; each looks the other up only when it is called.
  const built: { accounts?: Accounts } = {};
  const people: People = { list: async () => (await built.accounts?.directory.list()) ?? [] };
  const runtime = createDesk(options, { meter, store, neighbours, people, secret });
  const accounts = await createAccounts({
    db,
    secret,
    publicUrl,
    desk: () => runtime.services.admin,
    now: systemClock.now,
  });
  built.accounts = accounts;
  watchBacklog(registry, () => readBacklog(db as unknown as Kysely<Tables>, systemClock.now()));
  if (settings.admin) await accounts.makeFirstAccount(settings.admin);
  const samples = settings.samples ? await loadSamples(runtime.deps, join(top, 'flows')) : 0;
  const ending = new AbortController();
  let work: { stop: () => Promise<void> } | undefined;
  const ready = async (): Promise<boolean> => {
    await store.ping();
    return !ending.signal.aborted;
  };
  return {
    listener: toListener(options, {
      services: runtime.services,
      accounts,
      registry,
      meter,
      ready,
      stop: ending.signal,
    }),
    samples,
    firstAccountLink: await accounts.createFirstAccountLink(),
    startWork: () => {
      work ??= runtime.work.start();
    },
    endStreams: () => ending.abort(),
    stopWork: async () => work?.stop(),
    close: async () => {
      await runtime.deps.serial.idle();
      await store.close();
    },
  };
}

function toListener(
  { settings, publicUrl, logger, version, top }: BuildOptions,
  parts: Pick<AppDeps, 'services' | 'accounts' | 'registry' | 'meter' | 'ready' | 'stop'>,
): RequestListener {
  return createListener({
    ...parts,
    logger,
    publicUrl,
    version,
    clientFolder: join(top, 'dist', 'client'),
    widgetFolder: join(top, 'dist', 'widget'),
    rateLimits: settings.rateLimits,
    metricsToken: settings.metricsToken,
  });
}

function createDesk(
  { settings, publicUrl, logger }: BuildOptions,
  parts: Pick<RuntimeOptions, 'meter' | 'store' | 'neighbours' | 'people' | 'secret'>,
): Runtime {
  return createRuntime({
    ...parts,
    clock: systemClock,
    mailer: createMailer(settings.smtpUrl, (mail) =>
      logger.info({ mail }, 'No SMTP_URL is set, so this mail is only shown.'),
    ),
    train: trainInThread,
    log: toLog(logger),
    publicUrl,
    allowHosts: settings.allowHosts,
  });
}

/** Made once and kept, so that sessions and conversations outlive a restart. */
async function keepSecret(store: Store): Promise<string> {
  return String(await store.desk.settingOnce('secret', randomBytes(32).toString('base64url')));
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
