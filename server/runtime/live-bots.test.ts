import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLiveBots } from './live-bots.ts';
import { openDesk, type TestDesk } from './testing/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

it('compiles a release once for all turns that come at once, and gives them one look at the settings', async () => {
  const id = await desk.publish();
  const { store, clock } = desk.runtime.deps;
  let reads = 0;
  const { readRelease, readDraft } = store.bots;
  Object.assign(store.bots, {
    readRelease: (...given: Parameters<typeof readRelease>) => {
      reads += 1;
      return readRelease(...given);
    },
    readDraft: (...given: Parameters<typeof readDraft>) => {
      reads += 1;
      return readDraft(...given);
    },
  });
  const bots = createLiveBots(store, clock);
  const bot = await bots.read(id);
  const looks = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const running = await bots.release(id, 1);
      return { running, settings: bot && (await bots.settings(bot, running)) };
    }),
  );
  expect(reads).toBe(2);
  expect(new Set(looks.map(({ running }) => running)).size).toBe(1);
  expect(new Set(looks.map(({ settings }) => settings)).size).toBe(1);
});

it('asks again for a release that could not be read', async () => {
  const id = await desk.publish();
  const { store, clock } = desk.runtime.deps;
  const { readRelease } = store.bots;
  let away = true;
  Object.assign(store.bots, {
    readRelease: (...given: Parameters<typeof readRelease>) =>
      away ? Promise.reject(new Error('away')) : readRelease(...given),
  });
  const bots = createLiveBots(store, clock);
  await expect(bots.release(id, 1)).rejects.toThrow('away');
  away = false;
  expect(await bots.release(id, 1)).not.toBeNull();
});
