import type { Meter } from '../meter.ts';
import type { Store } from '../store/store.ts';
import type { Mailer } from './background/mailer.ts';
import type { Train } from './bots/train-in-thread.ts';
import type { Clock } from './clock.ts';
import type { Desk } from './desk.ts';
import type { LiveBots } from './live-bots.ts';
import type { People } from './people.ts';
import type { Secrets } from './secrets.ts';
import type { Serial } from './serial.ts';
import type { Signals } from './signals.ts';

/** The little that the runtime says to its log. */
export interface Log {
  info(about: object, text: string): void;
  warn(about: object, text: string): void;
  error(about: object, text: string): void;
}

/** Everything the runtime works with; made once by `createRuntime`. */
export interface RuntimeDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly serial: Serial;
  readonly signals: Signals;
  readonly bots: LiveBots;
  readonly desk: Desk;
  readonly people: People;
  readonly secrets: Secrets;
  readonly mailer: Mailer;
  readonly train: Train;
  readonly log: Log;
  readonly meter: Meter;
  /** Ids that cannot be guessed. */
  readonly newId: () => string;
  /** From 0 to 1, to spread repeated attempts. */
  readonly random: () => number;
  /** Where people reach this server, without a slash at its end. */
  readonly publicUrl: string;
  /** Private hosts that flows may call. */
  readonly allowHosts: readonly string[];
  /** Tells the work loop that something is due at a moment. */
  readonly wake: (at: number) => void;
}
