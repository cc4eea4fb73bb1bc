import type { DraftFile } from '../../../shared/kinds/document.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { RuntimeDeps } from '../deps.ts';
import { toSlug } from './to-slug.ts';

const mostTries = 1_000;

/**
 * Keeps a bot file as the draft of a new bot and answers its id. A slug that was asked for must be free;
 * one that comes from the file or its name gets a number where it is taken.
 */
export async function createBot(
  { store, clock, newId }: Pick<RuntimeDeps, 'store' | 'clock' | 'newId'>,
  file: DraftFile,
  slug?: string,
): Promise<string> {
  const id = newId();
  const wanted = slug ?? file.bot.slug ?? toSlug(file.bot.name);
  const { draft: _, ...kept } = file;
  for (let tried = 1; tried <= mostTries; tried += 1) {
    const free = tried === 1 ? wanted : `${wanted.slice(0, 50)}-${tried}`;
    const done = await store.bots.create({
      id,
      slug: free,
      name: file.bot.name,
      file: kept,
      at: clock.now(),
    });
    if (done === 'done') return id;
    if (slug !== undefined) break;
  }
  throw new HttpProblem(409, 'slug-taken', { values: { slug: wanted } });
}
