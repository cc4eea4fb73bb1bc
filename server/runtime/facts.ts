import { toFacts } from '../../shared/interpreter/to-facts.ts';
import type { BotSettings } from '../../shared/schema/bot-settings.ts';
import type { Facts } from '../../shared/schema/facts.ts';
import type { Value } from '../../shared/schema/value.ts';
import type { WaitingRow } from '../store/store.ts';
import type { RuntimeDeps } from './deps.ts';
import { readCrew, toStaffing } from './staffing.ts';

const day = 24 * 60 * 60_000;
const minute = 60_000;

/** What belongs to one conversation among the facts. */
interface FactsOf {
  id: string;
  bot: string;
  contact: Record<string, Value>;
  lastNumber: number;
}

/** Looks at the world once, for one turn. `settings` are the bot's live ones. */
export async function readFacts(deps: RuntimeDeps, settings: BotSettings, of: FactsOf): Promise<Facts> {
  const now = deps.clock.now();
  const [crew, waiting, waitMinutes] = await Promise.all([
    readCrew(deps),
    deps.store.inbox.waiting(of.bot),
    readWaitMinutes(deps, of.bot, settings),
  ]);
  const departments = settings.departments.map((department) => department.id);
  const count = (rows: WaitingRow[]) => ({ length: rows.length, waitMinutes });
  return toFacts({
    now,
    settings,
    agents: toStaffing(crew, departments),
    queue: {
      '': count(waiting),
      ...Object.fromEntries(
        departments.map((id) => [id, count(waiting.filter((row) => row.department === id))]),
      ),
    },
    position: toPosition(waiting, of.id),
    contact: of.contact,
    lastNumber: of.lastNumber,
  });
}

/** How long customers waited in the last 24 hours; what the settings promise where nobody did. */
export async function readWaitMinutes(
  { store, clock }: Pick<RuntimeDeps, 'store' | 'clock'>,
  bot: string,
  settings: Pick<BotSettings, 'handoff'>,
): Promise<number> {
  const mean = await store.inbox.meanWait(bot, clock.now() - day);
  return mean === null ? settings.handoff.waitMinutes : Math.max(1, Math.round(mean / minute));
}

/** A conversation's place among those of its department, 1 for the next one; null when it does not wait. */
export function toPosition(waiting: readonly WaitingRow[], conversation: string): number | null {
  const own = waiting.find(({ id }) => id === conversation);
  if (!own) return null;
  return (
    waiting.filter(({ department }) => department === own.department).findIndex(({ id }) => id === own.id) + 1
  );
}
