import { readToolSettings } from './database-tool.ts';
import { systemClock } from './runtime/clock.ts';
import { createLiveBots } from './runtime/live-bots.ts';
import type { ReplayDifference } from './runtime/replay.ts';
import { replayAll } from './runtime/replay-all.ts';
import { openToRead } from './store/open-to-read.ts';

/**
 * `npm run replay`: replays the log of every conversation in the database that the environment names, also
 * while a server runs on it, and prints each difference and the totals.
 * @returns the exit code: 0 when all is as the logs say, 1 when something differs, 2 when it could not be done.
 */
export async function replayDatabase(
  environment: Record<string, string | undefined>,
  print: (line: string) => void,
): Promise<0 | 1 | 2> {
  const settings = readToolSettings(environment, print);
  if (!settings) return 2;
  try {
    const store = await openToRead(settings);
    try {
      const totals = await replayAll(store, createLiveBots(store, systemClock), (difference) =>
        print(toLine(difference)),
      );
      const { conversations, events, differences } = totals;
      print(`Replayed ${conversations} conversations with ${events} events: ${differences} differ.`);
      return differences === 0 ? 0 : 1;
    } finally {
      await store.close();
    }
  } catch (error) {
    print(`The database could not be replayed: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}

function toLine({ conversation, event, path, stored, replayed }: ReplayDifference): string {
  return `Conversation ${conversation}, event ${event}: ${path} is ${toText(stored)}, replayed it is ${toText(replayed)}`;
}

const longest = 300;

function toText(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
