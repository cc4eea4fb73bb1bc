import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBot } from '../../../shared/checks/read-bot.ts';
import type { RuntimeDeps } from '../deps.ts';
import { createBot } from './create-bot.ts';
import { publishBot } from './publish-bot.ts';

const mark = 'samples';
const ending = '.bot.json';

/**
 * Loads and publishes the sample bots into a database that never held a bot; answers how many. Only what
 * strict reading lets through is taken; the log tells about the others.
 */
export async function loadSamples(deps: RuntimeDeps, folder: string): Promise<number> {
  const { store } = deps;
  const held = [...(await store.bots.list(false)), ...(await store.bots.list(true))];
  if (held.length > 0 || (await store.desk.setting(mark)) !== null) return 0;
  await store.desk.putSetting(mark, deps.clock.now());
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ending)).sort();
  let loaded = 0;
  for (const name of names) {
    if (await loadSample(deps, join(folder, name))) loaded += 1;
  }
  return loaded;
}

async function loadSample(deps: RuntimeDeps, path: string): Promise<boolean> {
  const { clock, log } = deps;
  try {
    const read = readBot(JSON.parse(await readFile(path, 'utf8')), 'strict');
    if (!read.ok) {
      const mistakes = read.error
        .slice(0, 5)
        .map((problem) => `${problem.path.join('.')}: ${problem.message}`);
      log.warn({ path, mistakes }, 'A sample bot was not loaded, since it has mistakes.');
      return false;
    }
    const id = await createBot(deps, read.value);
    await publishBot(deps, id, read.value, { note: '', by: 'Baton', at: clock.now(), revision: 1 });
    return true;
  } catch (error) {
    log.warn({ path, error }, 'A sample bot could not be loaded.');
    return false;
  }
}
