import { LRUCache } from 'lru-cache';
import { compileBot, type Release } from '../../shared/graph/compile.ts';
import { type BotFile, draftFileSchema } from '../../shared/kinds/document.ts';
import { type BotSettings, botSettingsSchema } from '../../shared/schema/bot-settings.ts';
import type { Model } from '../../shared/understanding/model.ts';
import type { CacheUse } from '../meter.ts';
import type { BotRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';

/** A release ready to run, with the model that reads its messages and the file it came from. */
export interface RunningRelease {
  release: Release;
  model: Model;
  file: BotFile;
}

/** Bots as conversations run on them, kept in memory; at most a second behind what another process changed. */
export interface LiveBots {
  read(id: string): Promise<BotRecord | null>;
  /** By slug or id; archived bots are not found. */
  find(slugOrId: string): Promise<BotRecord | null>;
  release(bot: string, number: number): Promise<RunningRelease | null>;
  /** Settings that apply without publishing: the draft's, or the release's where the draft's are unfinished. */
  settings(bot: BotRecord, running: RunningRelease | null): Promise<BotSettings>;
  /** A bot was changed. Releases never change. */
  forget(): void;
  /** Of compiled releases. */
  use(): CacheUse;
}

const freshMs = 1_000;
/** 128 MB for compiled releases. */
const releaseBudget = 128_000_000;
/** A compiled release with its model takes about so many bytes for each character of their JSON (measured). */
const bytesPerCharacter = 8;

export function createLiveBots(store: Store, clock: Clock): LiveBots {
  const releases = new LRUCache<string, RunningRelease>({ maxSize: releaseBudget });
  const asked = { hits: 0, misses: 0 };
  const drafts = new Map<string, { revision: number; settings: BotSettings | null }>();
  const releasesUnderWay = new Map<string, Promise<RunningRelease | null>>();
  const draftsUnderWay = new Map<string, Promise<{ revision: number; settings: BotSettings | null }>>();
  const load = async (bot: string, number: number): Promise<RunningRelease | null> => {
    const content = await store.bots.readRelease(bot, number);
    if (!content) return null;
    const running = toRunning(content.file, content.model, number);
    releases.set(`${bot}/${number}`, running, { size: bytesPerCharacter * JSON.stringify(content).length });
    return running;
  };
  const read = remember(clock, store.bots.read);
  const find = remember(clock, store.bots.find);
  return {
    read: read.get,
    find: find.get,
    forget: () => {
      read.clear();
      find.clear();
    },
    release: async (bot, number) => {
      const key = `${bot}/${number}`;
      const known = releases.get(key);
      asked[known ? 'hits' : 'misses'] += 1;
      return known ?? share(releasesUnderWay, key, () => load(bot, number));
    },
    use: () => ({ entries: releases.size, bytes: releases.calculatedSize, ...asked }),
    settings: async (bot, running) => {
      const known = drafts.get(bot.id);
      const isFresh = known?.revision === bot.draftRevision;
      const key = `${bot.id}/${bot.draftRevision}`;
      const fresh = isFresh ? known : await share(draftsUnderWay, key, () => loadDraft(store, bot));
      if (fresh !== known) drafts.set(bot.id, fresh);
      return fresh.settings ?? running?.release.settings ?? toPlainSettings(bot);
    },
  };
}

/** Many turns come at once after a start or a publishing: who asks for the same meanwhile gets the same. */
function share<Found>(
  underWay: Map<string, Promise<Found>>,
  key: string,
  load: () => Promise<Found>,
): Promise<Found> {
  const known = underWay.get(key);
  if (known) return known;
  const found = load().finally(() => underWay.delete(key));
  underWay.set(key, found);
  return found;
}

interface Remembered<Found> {
  get(key: string): Promise<Found | null>;
  clear(): void;
}

/** Answers from memory what was read within the last second; what was not found is asked for again. */
function remember<Found>(clock: Clock, read: (key: string) => Promise<Found | null>): Remembered<Found> {
  const kept = new Map<string, { at: number; found: Found }>();
  return {
    get: async (key) => {
      const now = clock.now();
      const known = kept.get(key);
      if (known && now >= known.at && now - known.at < freshMs) return known.found;
      const found = await read(key);
      if (found === null) kept.delete(key);
      else kept.set(key, { at: now, found });
      return found;
    },
    clear: () => kept.clear(),
  };
}

function toRunning(content: unknown, model: unknown, number: number): RunningRelease {
  // Only what strict reading let through is ever published.
  const file = content as BotFile;
  return { release: compileBot(draftFileSchema.parse(file), number), model: model as Model, file };
}

function toPlainSettings({ name }: BotRecord): BotSettings {
  return botSettingsSchema.parse({ name, languages: ['en'] });
}

/** A draft may be broken in the middle of being drawn; its settings count only while they can be read. */
async function loadDraft(
  store: Store,
  bot: BotRecord,
): Promise<{ revision: number; settings: BotSettings | null }> {
  const draft = await store.bots.readDraft(bot.id);
  const read = botSettingsSchema.safeParse((draft?.file as { bot?: unknown } | undefined)?.bot);
  return { revision: draft?.revision ?? bot.draftRevision, settings: read.success ? read.data : null };
}
