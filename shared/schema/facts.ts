import type { LocalTime } from '../lib/local-time.ts';
import type { BotSettings } from './bot-settings.ts';
import type { Value } from './value.ts';

export interface Staffing {
  online: number;
  free: number;
}

/**
 * What the interpreter may know of the world in this turn. Records by department hold the whole bot under
 * the key `''`; a department that is missing counts as the whole bot.
 */
export interface Facts {
  /** Milliseconds since 1970. */
  now: number;
  /** The same moment in the bot's time zone. */
  local: LocalTime;
  hours: Record<string, { open: boolean; changesAt: number | null }>;
  agents: Record<string, Staffing>;
  queue: Record<string, { length: number; waitMinutes: number }>;
  /** This conversation's place in the queue, 1 for the next one; null when it does not wait. */
  position: number | null;
  contact: Record<string, Value>;
  /** Settings that apply at once, without publishing. */
  settings: LiveSettings;
  /** The transcript's last number before this turn's own messages, the customer's included. */
  lastNumber: number;
}

export type LiveSettings = Pick<BotSettings, 'name' | 'persona' | 'departments' | 'handoff'>;
