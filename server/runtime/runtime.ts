import { randomUUID } from 'node:crypto';
import { type Meter, noMeter } from '../meter.ts';
import type { Services } from '../services.ts';
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
import { createInboxService } from './inbox/inbox-service.ts';
import { createLiveBots } from './live-bots.ts';
import type { People } from './people.ts';
import { createSecrets } from './secrets.ts';
import { createSerial } from './serial.ts';
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
  const desk = createDesk(options);
  const store = watchStore(options.store, { botChanged: bots.forget, deskChanged: desk.forget });
  const alarm = createAlarm();
  const deps: RuntimeDeps = {
    ...given,
    meter: options.meter ?? noMeter,
    store,
    publicUrl: options.publicUrl.replace(/\/+$/, ''),
    serial: createSerial(),
    signals: createSignals(),
    bots,
    desk,
    secrets: createSecrets(store, secret),
    newId: randomUUID,
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
    work: createWork(deps, alarm),
    deps,
  };
}
