import { compileBot, type Release } from '../../shared/graph/compile.ts';
import { type BotFile, draftFileSchema } from '../../shared/kinds/document.ts';
import { type BotSettings, botSettingsSchema } from '../../shared/schema/bot-settings.ts';
import type { Model } from '../../shared/understanding/model.ts';
import type { BotRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';

/** A release ready to run, with the model that reads its messages and the file it came from. */
export interface RunningRelease {
  release: Release;
  model: Model;
  file: BotFile;
}

/** Bots as conversations run on them, kept in memory. */
export interface LiveBots {
  read(id: string): Promise<BotRecord | null>;
  /** By slug or id; archived bots are not found. */
  find(slugOrId: string): Promise<BotRecord | null>;
  release(bot: string, number: number): Promise<RunningRelease | null>;
  /** Settings that apply without publishing: the draft's, or the release's where the draft's are unfinished. */
  settings(bot: BotRecord, running: RunningRelease | null): Promise<BotSettings>;
}

const mostReleases = 200;

export function createLiveBots(store: Store): LiveBots {
  const releases = new Map<string, RunningRelease>();
  const drafts = new Map<string, { revision: number; settings: BotSettings | null }>();
  return {
    read: (id) => store.bots.read(id),
    find: (slugOrId) => store.bots.find(slugOrId),
    release: async (bot, number) => {
      const key = `${bot}/${number}`;
      const known = releases.get(key);
      if (known) return known;
      const running = await loadRelease(store, bot, number);
      if (!running) return null;
      const oldest = releases.keys().next().value;
      if (releases.size >= mostReleases && oldest !== undefined) releases.delete(oldest);
      releases.set(key, running);
      return running;
    },
    settings: async (bot, running) => {
      const known = drafts.get(bot.id);
      const fresh = known?.revision === bot.draftRevision ? known : await loadDraft(store, bot.id);
      if (fresh !== known && fresh) drafts.set(bot.id, fresh);
      return (
        fresh?.settings ??
        running?.release.settings ??
        botSettingsSchema.parse({ name: bot.name, languages: ['en'] })
      );
    },
  };
}

async function loadRelease(store: Store, bot: string, number: number): Promise<RunningRelease | null> {
  const content = await store.bots.readRelease(bot, number);
  if (!content) return null;
  // Only what strict reading let through is ever published.
  const file = content.file as BotFile;
  return { release: compileBot(draftFileSchema.parse(file), number), model: content.model as Model, file };
}

async function loadDraft(
  store: Store,
  bot: string,
): Promise<{ revision: number; settings: BotSettings | null } | null> {
  const draft = await store.bots.readDraft(bot);
  if (!draft) return null;
  const read = botSettingsSchema.safeParse((draft.file as { bot?: unknown }).bot);
  return { revision: draft.revision, settings: read.success ? read.data : null };
}
