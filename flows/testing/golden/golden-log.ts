import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import type { Effect } from '../../../shared/schema/effect.ts';
import type { Event } from '../../../shared/schema/event.ts';
import type { Facts } from '../../../shared/schema/facts.ts';
import type { Channel } from '../../../shared/schema/fields.ts';
import { type State, toInitialState } from '../../../shared/schema/state.ts';
import { applyChanges, type Changes, toChanges } from './changes.ts';

/** Conversations as they once went, with the bot as it was then. */
export interface GoldenLog {
  bot: DraftFile;
  conversations: GoldenConversation[];
}

export interface GoldenConversation {
  name: string;
  language: string;
  channel: Channel;
  events: GoldenEvent[];
}

/** One event, the state after it, and what came of it. */
export interface GoldenEvent {
  event: Event;
  facts: Facts;
  state: State;
  /** The types of the effects and a hash of all that they say. */
  effects: string;
}

/**
 * The file's lines: the bot, then for each conversation one that names it and one for each event, with the
 * facts and the state as changes of those before. The first facts of a conversation change the file's first.
 */
type Line =
  | { bot: DraftFile }
  | { conversation: string; language: string; channel: Channel }
  | { event: Event; facts: Changes; state: Changes; effects: string };

const folder = new URL('../../golden/', import.meta.url);

/** The names of all golden logs. */
export function listGoldenLogs(): string[] {
  return readdirSync(folder)
    .filter((path) => path.endsWith('.jsonl'))
    .map((path) => path.slice(0, -'.jsonl'.length))
    .toSorted();
}

export function readGoldenLog(name: string): GoldenLog {
  const lines = readFileSync(toUrl(name), 'utf8').trimEnd().split('\n');
  return fromLines(lines.map((line) => JSON.parse(line) as Line));
}

/** Writes a new log; throws when there is one of this name, since what is golden is never written over. */
export function writeGoldenLog(name: string, log: GoldenLog): void {
  const text = toLines(log).map((line) => `${JSON.stringify(line)}\n`);
  writeFileSync(toUrl(name), text.join(''), { flag: 'wx' });
}

export function hasGoldenLog(name: string): boolean {
  return existsSync(toUrl(name));
}

/** The state before the first event. */
export function toFirstState({ language, channel }: GoldenConversation): State {
  return toInitialState({ release: 1, language, channel });
}

/** Effects in one word each and a hash, which does not depend on the order of fields. */
export function toEffectsMark(effects: Effect[]): string {
  const hash = createHash('sha256').update(JSON.stringify(effects, sortFields)).digest('hex').slice(0, 12);
  return [...effects.map(({ type }) => type), hash].join(' ');
}

function toLines({ bot, conversations }: GoldenLog): Line[] {
  const firstFacts = conversations[0]?.events[0]?.facts ?? {};
  return [
    { bot },
    ...conversations.flatMap((conversation): Line[] => {
      const { name, language, channel } = conversation;
      let [lastFacts, lastState]: [object, object] = [
        conversation === conversations[0] ? {} : firstFacts,
        toFirstState(conversation),
      ];
      const events = conversation.events.map(({ event, facts, state, effects }): Line => {
        const line = {
          event,
          facts: toChanges(lastFacts, facts),
          state: toChanges(lastState, state),
          effects,
        };
        [lastFacts, lastState] = [facts, state];
        return line;
      });
      return [{ conversation: name, language, channel }, ...events];
    }),
  ];
}

function fromLines([head, ...lines]: Line[]): GoldenLog {
  if (!head || !('bot' in head)) throw new Error('A golden log begins with its bot.');
  const conversations: GoldenConversation[] = [];
  for (const line of lines) {
    const current = conversations.at(-1);
    if ('conversation' in line) {
      const { conversation: name, language, channel } = line;
      conversations.push({ name, language, channel, events: [] });
    } else if ('event' in line && current) {
      const last = current.events.at(-1);
      const facts = last?.facts ?? conversations[0]?.events[0]?.facts ?? {};
      current.events.push({
        ...line,
        facts: applyChanges(facts, line.facts) as Facts,
        state: applyChanges(last?.state ?? toFirstState(current), line.state) as State,
      });
    }
  }
  return { bot: head.bot, conversations };
}

function toUrl(name: string): URL {
  return new URL(`${name}.jsonl`, folder);
}

function sortFields(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
