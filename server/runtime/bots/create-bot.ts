import type { DraftFile } from '../../../shared/kinds/document.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { BotRecord, ClientCallRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import { toSlug } from './to-slug.ts';

type Deps = Pick<RuntimeDeps, 'store' | 'clock' | 'newId'>;

const mostTries = 1_000;

/**
 * Keeps a bot file as the draft of a new bot and answers its id. A slug that was asked for must be free;
 * one that comes from the file or its name gets a number where it is taken.
 */
export async function createBot(deps: Deps, file: DraftFile, slug?: string): Promise<string> {
  const made = await createBotOnce(deps, file, slug, async () => null);
  if (made === 'repeated') throw new Error('A bot without a call cannot be repeated.');
  return made.id;
}

/** The same for a call, which `toCall` makes of the bot that is to be; `repeated` where it was made before. */
export async function createBotOnce(
  { store, clock, newId }: Deps,
  file: DraftFile,
  slug: string | undefined,
  toCall: (bot: BotRecord) => Promise<ClientCallRecord | null>,
): Promise<BotRecord | 'repeated'> {
  const [id, at] = [newId(), clock.now()];
  const wanted = slug ?? file.bot.slug ?? toSlug(file.bot.name);
  const { draft: _, ...kept } = file;
  for (let tried = 1; tried <= mostTries; tried += 1) {
    const free = tried === 1 ? wanted : `${wanted.slice(0, 50)}-${tried}`;
    const bot = toRecord({ id, slug: free, name: file.bot.name, at });
    const done = await store.bots.create(
      { id, slug: free, name: bot.name, file: kept, at },
      await toCall(bot),
    );
    if (done !== 'taken') return done === 'done' ? bot : done;
    if (slug !== undefined) break;
  }
  throw new HttpProblem(409, 'slug-taken', { values: { slug: wanted } });
}

/** A new bot as the store keeps it. */
function toRecord({ id, slug, name, at }: { id: string; slug: string; name: string; at: number }): BotRecord {
  return {
    id,
    slug,
    name,
    active: true,
    origins: [],
    currentRelease: null,
    releasedAt: null,
    draftRevision: 1,
    draftChangedAt: at,
    draftAhead: true,
    archivedAt: null,
    createdAt: at,
  };
}
