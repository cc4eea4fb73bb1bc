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
  const counts = await countMonth(deps, now);
  return Promise.all(
    bots.map(async (bot) =>
      toBotItem(deps, bot, (await store.bots.readDraft(bot.id))?.file, counts.get(bot.id)),
    ),
  );
}

/** A bot with this draft, of which nobody has begun a conversation where there are no counts. */
export async function toBotItem(
  deps: Pick<Deps, 'bots'>,
  bot: BotRecord,
  draft: unknown,
  conversations: BotItem['conversations'] = { recent: 0, waiting: 0, live: 0 },
): Promise<BotItem> {
  const file = draft as { bot?: { languages?: string[] }; flows?: unknown[] } | undefined;
  return {
    id: bot.id,
    slug: bot.slug,
    name: bot.name,
    languages: file?.bot?.languages ?? [],
    active: bot.active,
    release: bot.currentRelease,
    releasedAt: toInstant(bot.releasedAt),
    draftChangedAt: new Date(bot.draftChangedAt).toISOString(),
    draftAhead: await isAhead(deps, bot, draft),
    flows: file?.flows?.length ?? 0,
    origins: bot.origins,
    conversations,
    archivedAt: toInstant(bot.archivedAt),
  };
}

/** Conversations by bot, those of the last month among them. */
export function countMonth({ store }: Pick<Deps, 'store'>, now: number): ReturnType<Store['bots']['counts']> {
  return store.bots.counts(now - month);
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
async function isAhead({ bots }: Pick<Deps, 'bots'>, bot: BotRecord, draft: unknown): Promise<boolean> {
  if (!bot.draftAhead || bot.currentRelease === null) return bot.draftAhead;
  const current = await bots.release(bot.id, bot.currentRelease);
  return current === null || isDraftAhead(draft, current.file);
}

function toInstant(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
