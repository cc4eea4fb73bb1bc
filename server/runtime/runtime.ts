import { type Meter, noMeter } from '../meter.ts';
import type { Services } from '../services.ts';
import type { Neighbours } from '../store/neighbours.ts';
import type { Store } from '../store/store.ts';
import { createAdminService } from './admin/admin-service.ts';
import { createAlarm } from './background/alarm.ts';
import type { Mailer } from './background/mailer.ts';
import { createWork, type Work } from './background/work.ts';
import { createBotService } from './bots/bot-service.ts';
import type { Train } from './bots/train-in-thread.ts';
import { createChatService } from './chat/chat-service.ts';
import type { Clock } from './clock.ts';
import type { Log, RuntimeDeps } from './deps.ts';
import { createDesk } from './desk.ts';
import { createIds } from './ids.ts';
import { createInboxService } from './inbox/inbox-service.ts';
import { createLiveBots } from './live-bots.ts';
import type { People } from './people.ts';
import { createSecrets } from './secrets.ts';
import { createSerial } from './serial.ts';
import { type SharedSignals, shareSignals } from './share-signals.ts';
import { createSignals } from './signals.ts';
import { watchStore } from './watched-store.ts';

export interface RuntimeOptions {
  store: Store;
  clock: Clock;
  people: People;
  mailer: Mailer;
  train: Train;
  log: Log;
  /** Nobody counts when it is left out. */
  meter?: Meter;
  /** The server's own secret. */
  secret: string;
  publicUrl: string;
  allowHosts: readonly string[];
  /** Other processes on the same database; null or left out: there are none. */
  neighbours?: Neighbours | null;
}

export interface Runtime {
  services: Services;
  work: Work;
  deps: RuntimeDeps;
}

/** Everything behind the routes: conversations, the desk, the bots, and the work that goes on by itself. */
export function createRuntime(options: RuntimeOptions): Runtime {
  const { secret, ...given } = options;
  const bots = createLiveBots(options.store, options.clock);
  options.meter?.watchCache('releases', bots.use);
  const desk = createDesk(options);
  const shared =
    options.neighbours &&
    shareSignals(createSignals(), options.neighbours, {
      clock: options.clock,
      log: options.log,
      forgetBots: bots.forget,
      forgetDesk: desk.forget,
      forgetConversation: options.store.conversations.forget,
    });
  const botChanged = () => {
    bots.forget();
    shared?.tellBots();
  };
  const store = watchStore(options.store, { botChanged, deskChanged: desk.forget });
  const alarm = createAlarm();
  const deps: RuntimeDeps = {
    ...given,
    meter: options.meter ?? noMeter,
    store,
    publicUrl: options.publicUrl.replace(/\/+$/, ''),
    serial: createSerial(),
    signals: shared?.signals ?? createSignals(),
    bots,
    desk,
    secrets: createSecrets(store, secret),
    newId: createIds(options.clock),
    random: Math.random,
    wake: (at) => alarm.wake(at),
  };
  return {
    services: {
      chat: createChatService(deps),
      inbox: createInboxService(deps),
      bots: createBotService(deps),
      admin: createAdminService(deps),
    },
    work: shared ? besides(createWork(deps, alarm), shared) : createWork(deps, alarm),
    deps,
  };
}

/** The same work, with looking for what neighbours have changed. */
function besides(work: Work, shared: SharedSignals): Work {
  return {
    ...work,
    start: () => {
      const begun = [work.start(), shared.start()];
      return { stop: async () => void (await Promise.all(begun.map((one) => one.stop()))) };
    },
  };
}
