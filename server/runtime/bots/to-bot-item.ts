import type { BotItem } from '../../../shared/api/bots.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { BotRecord } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { RuntimeDeps } from '../deps.ts';
import { isDraftAhead } from './is-draft-ahead.ts';

type Deps = Pick<RuntimeDeps, 'store' | 'bots'>;

const month = 30 * 24 * 60 * 60_000;

/** Bots as designers see them in a list. */
export async function toBotItems(deps: Deps, bots: readonly BotRecord[], now: number): Promise<BotItem[]> {
  const { store } = deps;
  const counts = await store.bots.counts(now - month);
  return Promise.all(
    bots.map(async (bot): Promise<BotItem> => {
      const draft = await store.bots.readDraft(bot.id);
      const file = draft?.file as { bot?: { languages?: string[] }; flows?: unknown[] } | undefined;
      return {
        id: bot.id,
        slug: bot.slug,
        name: bot.name,
        languages: file?.bot?.languages ?? [],
        active: bot.active,
        release: bot.currentRelease,
        releasedAt: toInstant(bot.releasedAt),
        draftChangedAt: new Date(bot.draftChangedAt).toISOString(),
        draftAhead: await isAhead(deps, bot, draft?.file),
        flows: file?.flows?.length ?? 0,
        origins: bot.origins,
        conversations: counts.get(bot.id) ?? { recent: 0, waiting: 0, live: 0 },
        archivedAt: toInstant(bot.archivedAt),
      };
    }),
  );
}

/** One bot; 404 where there is none. */
export async function readBotItem(deps: Deps, id: string, now: number): Promise<{ bot: BotItem }> {
  const record = await requireBot(deps.store, id);
  const [bot] = await toBotItems(deps, [record], now);
  if (!bot) throw new HttpProblem(404, 'no-bot');
  return { bot };
}

/** A bot by its id, archived or not; 404 where there is none. */
export async function requireBot(store: Store, id: string): Promise<BotRecord> {
  const bot = await store.bots.read(id);
  if (!bot) throw new HttpProblem(404, 'no-bot');
  return bot;
}

/** Many drafts are as published: what they hold is compared only where something was changed since. */
async function isAhead({ bots }: Deps, bot: BotRecord, draft: unknown): Promise<boolean> {
  if (!bot.draftAhead || bot.currentRelease === null) return bot.draftAhead;
  const current = await bots.release(bot.id, bot.currentRelease);
  return current === null || isDraftAhead(draft, current.file);
}

function toInstant(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
