import { describe, expect, test } from 'vitest';
import { listBots, loadBot, loadScript } from './testing/files.ts';
import { playScript } from './testing/play-script.ts';

test('there are bots to play', () => {
  expect(listBots().length).toBeGreaterThan(20);
});

describe.each(listBots())('%s', (name) => {
  const { scenarios } = loadScript(name);

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    const straight = playScript(loadBot(name), scenario, false);
    const throughJson = playScript(loadBot(name), scenario, true);
    expect(throughJson.state).toEqual(straight.state);
  });
});
