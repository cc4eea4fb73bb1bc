import { toLocalTime } from '../lib/local-time.ts';
import { isOpen } from '../lib/opening-hours.ts';
import type { Hours } from '../schema/bot-settings.ts';
import type { Facts, LiveSettings, Staffing } from '../schema/facts.ts';
import type { Value } from '../schema/value.ts';

/** The world as the server or the simulator sees it; by department, the whole bot under `''`. */
export interface World {
  /** Milliseconds since 1970. */
  now: number;
  settings: LiveSettings & { hours: Hours | null };
  agents: Record<string, Staffing>;
  queue: Record<string, { length: number; waitMinutes: number }>;
  position: number | null;
  contact: Record<string, Value>;
  lastNumber: number;
  /** Overrules the calendar: the simulator's switch. */
  open?: boolean | undefined;
}

/** The facts of a turn. A bot without hours is always open; a department without its own has the bot's. */
export function toFacts(world: World): Facts {
  const { now, settings, agents, queue, position, contact, lastNumber, open } = world;
  const { hours: botHours, departments } = settings;
  const judge = (hours: Hours | null): Facts['hours'][string] => {
    if (open !== undefined) return { open, changesAt: null };
    return hours === null ? { open: true, changesAt: null } : isOpen(hours, now);
  };
  return {
    now,
    local: toLocalTime(now, botHours?.timezone ?? 'UTC'),
    hours: Object.fromEntries([
      ['', judge(botHours)],
      ...departments.map(({ id, hours }): [string, Facts['hours'][string]] => [id, judge(hours ?? botHours)]),
    ]),
    agents,
    queue,
    position,
    contact,
    settings: toLive(settings),
    lastNumber,
  };
}

const live = new WeakMap<LiveSettings, LiveSettings>();

/** The same object for the same settings, so that who keeps facts can tell that they share them. */
function toLive(settings: LiveSettings): LiveSettings {
  const known = live.get(settings);
  if (known) return known;
  const { name, persona, departments, handoff } = settings;
  const picked = { name, persona, departments, handoff };
  live.set(settings, picked);
  return picked;
}
