import type { BotSettings } from '../../shared/schema/bot-settings.ts';
import type { Facts } from '../../shared/schema/facts.ts';
import type { Store, WaitingRow } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { People } from './people.ts';
import { readCrew, toStaffing } from './staffing.ts';

const day = 24 * 60 * 60_000;
const minute = 60_000;
/** Nothing that a turn judges by is older. */
const freshMs = 1_000;

/** The desk as one bot's conversations see it: who could answer, and who waits, in the queue's order. */
export interface DeskLook extends Pick<Facts, 'agents' | 'queue'> {
  waiting: WaitingRow[];
}

export interface Desk {
  /** What was seen within the last second and nothing has changed since. `settings` are the bot's live ones. */
  look(bot: string, settings: BotSettings): Promise<DeskLook>;
  /** Something about queues, agents or the desk's settings has changed. */
  forget(): void;
}

interface Seen {
  at: number;
  settings: BotSettings;
  look: Promise<DeskLook>;
}

/** Looks at the desk once for all turns that come together: it is the same for each. */
export function createDesk(deps: { store: Store; clock: Clock; people: People }): Desk {
  const seen = new Map<string, Seen>();
  return {
    look: (bot, settings) => {
      const now = deps.clock.now();
      const known = seen.get(bot);
      if (known && known.settings === settings && now >= known.at && now - known.at < freshMs)
        return known.look;
      const look = readDesk(deps, bot, settings);
      seen.set(bot, { at: now, settings, look });
      look.catch(() => seen.delete(bot));
      return look;
    },
    forget: () => seen.clear(),
  };
}

async function readDesk(
  deps: { store: Store; clock: Clock; people: People },
  bot: string,
  settings: BotSettings,
): Promise<DeskLook> {
  const [crew, waiting, waitMinutes] = await Promise.all([
    readCrew(deps),
    deps.store.inbox.waiting(bot),
    readWaitMinutes(deps, bot, settings),
  ]);
  const departments = settings.departments.map((department) => department.id);
  const count = (rows: WaitingRow[]) => ({ length: rows.length, waitMinutes });
  return {
    waiting,
    agents: toStaffing(crew, departments),
    queue: {
      '': count(waiting),
      ...Object.fromEntries(
        departments.map((id) => [id, count(waiting.filter((row) => row.department === id))]),
      ),
    },
  };
}

/** How long customers waited in the last 24 hours; what the settings promise where nobody did. */
export async function readWaitMinutes(
  { store, clock }: { store: Store; clock: Clock },
  bot: string,
  settings: Pick<BotSettings, 'handoff'>,
): Promise<number> {
  const mean = await store.inbox.meanWait(bot, clock.now() - day);
  return mean === null ? settings.handoff.waitMinutes : Math.max(1, Math.round(mean / minute));
}
