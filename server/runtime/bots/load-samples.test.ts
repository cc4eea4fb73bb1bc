import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDesk } from '../testing/test-desk.ts';
import { loadSamples } from './load-samples.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'flows');

it('loads every sample bot, published, into an empty database, and only there', async () => {
  const desk = await openDesk();
  const { deps } = desk.runtime;
  const files = readdirSync(folder).filter((name) => name.endsWith('.bot.json'));
  expect(await loadSamples(deps, folder)).toBe(files.length);
  const bots = await deps.store.bots.list(false);
  expect(bots.map(({ currentRelease, draftAhead }) => [currentRelease, draftAhead])).toEqual(
    files.map(() => [1, false]),
  );
  for (const bot of bots) await deps.store.bots.remove(bot.id);
  expect(await loadSamples(deps, folder)).toBe(0);
  await desk.close();
});
