import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

test('without arguments it kills 200 times on SQLite, with the seed it was handed', () => {
  expect(parseOptions([], 42)).toMatchObject({
    suite: 'kills',
    store: 'sqlite',
    seed: 42,
    kills: 200,
    break: null,
  });
});

test('arguments are read', () => {
  const args = ['races', '--store', 'postgres', '--seed', '5', '--rounds', '10', '--keep'];
  expect(parseOptions(args, 1)).toMatchObject({
    suite: 'races',
    store: 'postgres',
    seed: 5,
    rounds: 10,
    keep: true,
  });
});

test.each([[['swims']], [['--store', 'oracle']], [['--kills', 'many']], [['--break', 'everything']]])(
  '%s is refused with the way it is meant',
  (args) => {
    expect(() => parseOptions(args, 1)).toThrow(/Usage: npm run crash/);
  },
);
