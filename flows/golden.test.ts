import { describe, expect, test } from 'vitest';
import { listBots } from './testing/files.ts';
import { listGoldenLogs, readGoldenLog } from './testing/golden/golden-log.ts';
import { replayGolden, toGoldenRelease } from './testing/golden/replay-golden.ts';

const logs = listGoldenLogs().map((name) => [name, readGoldenLog(name)] as const);

test('every bot has a golden log, and together they hold at least 100 conversations', () => {
  const missing = listBots().filter((bot) => !listGoldenLogs().includes(bot.replaceAll('/', '-')));
  expect(missing, 'npm run golden records what is missing').toEqual([]);
  expect(logs.flatMap(([, { conversations }]) => conversations).length).toBeGreaterThanOrEqual(100);
});

test('the golden logs hold every type of event', () => {
  const types = logs.flatMap(([, { conversations }]) =>
    conversations.flatMap(({ events }) => events.map(({ event }) => event.type)),
  );
  expect([...new Set(types)].toSorted()).toEqual([
    'agent-joined',
    'agent-message',
    'cancelled',
    'feedback',
    'http-result',
    'message',
    'named-event',
    'resolved',
    'returned',
    'run-flow',
    'start',
    'start-survey',
    'ticket-result',
    'timer',
  ]);
});

describe.each(logs)('%s', (_name, log) => {
  const release = toGoldenRelease(log);

  test.each(log.conversations.map((conversation) => [conversation.name, conversation] as const))(
    'goes as it went: %s',
    (_name, conversation) => {
      expect(replayGolden(release, conversation)).toBeNull();
    },
  );
});
