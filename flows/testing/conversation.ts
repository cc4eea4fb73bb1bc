import { DateTime } from 'luxon';
import { compileBot } from '../../shared/graph/compile.ts';
import { toReadingTriggers } from '../../shared/graph/to-reading-triggers.ts';
import {
  agentWrites,
  answerOutside,
  customerSends,
  happen,
  type Play,
  pass,
  type Rehearsal,
  type RehearsedStep,
  toRehearsal,
} from '../../shared/interpreter/rehearsal.ts';
import type { BotFile } from '../../shared/kinds/document.ts';
import type { Effect } from '../../shared/schema/effect.ts';
import type { Event } from '../../shared/schema/event.ts';
import type { Staffing } from '../../shared/schema/facts.ts';
import type { Channel } from '../../shared/schema/fields.ts';
import type { Value } from '../../shared/schema/value.ts';
import { trainModel } from '../../shared/understanding/train.ts';

export interface Beginning {
  /** Local time of the bot, `2026-11-23T10:00`. */
  time: string;
  channel: Channel;
  language?: string | undefined;
  contact?: Record<string, Value>;
}

const agent = { id: 'agent-1', name: 'Alex' };

/** A bot ready to be rehearsed: compiled, its model trained. */
export function toPlay(file: BotFile): Play {
  const release = compileBot(file, 1);
  const { languages, understanding } = file.bot;
  const model = trainModel(toReadingTriggers(release), { languages, strictness: understanding.strictness });
  return { release, model };
}

/** A rehearsal as a script speaks of it: by words on buttons, local times, and who is online. */
export class Conversation {
  rehearsal: Rehearsal;
  private readonly file: BotFile;
  private readonly throughJson: boolean;
  private readonly staffing: Record<string, Staffing> = {};
  private play: Play;
  /** How many steps had been done before the last thing that was done. */
  private before = 0;

  /** @param throughJson the conversation and the bot are sent through JSON before everything that is done */
  constructor(file: BotFile, { time, channel, language, contact = {} }: Beginning, throughJson = false) {
    this.file = file;
    this.throughJson = throughJson;
    this.play = toPlay(file);
    const stage = { now: this.toMoment(time), agents: 0 };
    const opening = { stage, language: language ?? file.bot.languages[0] ?? 'en', channel, contact };
    this.rehearsal = toRehearsal(this.play, opening);
  }

  get state(): Rehearsal['state'] {
    return this.rehearsal.state;
  }

  /** What was done last, in steps. */
  get latest(): readonly RehearsedStep[] {
    return this.rehearsal.log.slice(this.before);
  }

  /** All that came of what was done last. */
  get effects(): Effect[] {
    return this.latest.flatMap(({ effects }) => effects);
  }

  happen(event: Event): void {
    this.do((play, rehearsal) => happen(play, rehearsal, event));
  }

  start(): void {
    this.happen({ type: 'start' });
  }

  say(text: string): void {
    this.do((play, rehearsal) => customerSends(play, rehearsal, { text }));
  }

  /** Presses a button by its words or its id; a suggestion is sent as if it had been typed. */
  press(words: string): void {
    const found = this.findButton(words);
    if (!found) throw new Error(`No message has a button “${words}”.`);
    const sent = found.suggested
      ? { text: found.label }
      : { pressed: { option: found.id, message: found.message } };
    this.do((play, rehearsal) => customerSends(play, rehearsal, sent));
  }

  rate(value: number, comment?: string): void {
    const pressed = { rating: true as const, value, ...(comment !== undefined && { comment }) };
    this.do((play, rehearsal) => customerSends(play, rehearsal, { pressed }));
  }

  sendFile(name: string): void {
    const file = { file: `file-${this.rehearsal.transcript.length}`, name, size: 1000 };
    this.do((play, rehearsal) => customerSends(play, rehearsal, { file }));
  }

  thumbs(value: 'up' | 'down'): void {
    const source = this.rehearsal.transcript.findLast((message) => message.source !== null)?.source ?? null;
    this.happen({ type: 'feedback', value, source });
  }

  join(name = agent.name): void {
    this.happen({ type: 'agent-joined', agent: { ...agent, name } });
  }

  write(text: string): void {
    this.do((play, rehearsal) => agentWrites(play, rehearsal, agent, text));
  }

  resolve(outcome: string | null, survey: string | false | null): void {
    this.happen({ type: 'resolved', agent, outcome, survey });
  }

  sendFlow(flow: string): void {
    this.happen({ type: 'run-flow', flow, agent });
  }

  giveBack(): void {
    this.happen({ type: 'returned', agent });
  }

  /** Agents come and go; a queue that loses its last one is told. */
  staff({
    online,
    free = online,
    department = '',
  }: Partial<Staffing> & { online: number; department?: string }): void {
    const everywhere = department === '' ? this.file.bot.departments.map(({ id }) => id) : [];
    for (const id of [department, ...everywhere]) this.staffing[id] = { online, free };
    this.rehearsal.stage = { ...this.rehearsal.stage, staffing: { ...this.staffing } };
    this.before = this.rehearsal.log.length;
    if (this.state.handler === 'queue') this.happen({ type: 'timer', name: 'staffing' });
  }

  /** What the other system answered to the call that waits longest. */
  answer(ok: boolean, variables: Record<string, Value> = {}): void {
    const call = this.rehearsal.outside[0];
    if (!call) throw new Error('Nothing waits for the outside.');
    this.do((play, rehearsal) => answerOutside(play, rehearsal, call.id, { ok, variables }));
  }

  /** Time goes by; timers ring in their order, each at its own time. */
  wait(ms: number): void {
    this.do((play, rehearsal) => pass(play, rehearsal, ms));
  }

  waitUntil(localTime: string): void {
    this.wait(Math.max(0, this.toMoment(localTime) - this.rehearsal.stage.now));
  }

  private do(act: (play: Play, rehearsal: Rehearsal) => Rehearsal): void {
    this.before = this.rehearsal.log.length;
    if (this.throughJson) {
      this.play = toPlay(toCopy(this.file));
      this.rehearsal = toCopy(this.rehearsal);
    }
    this.rehearsal = act(this.play, this.rehearsal);
  }

  private toMoment(localTime: string): number {
    return DateTime.fromISO(localTime, { zone: this.file.bot.hours?.timezone ?? 'UTC' }).toMillis();
  }

  private findButton(words: string) {
    for (const { id: message, parts } of this.rehearsal.transcript.toReversed()) {
      for (const part of parts) {
        if (part.type !== 'choice') continue;
        const option = part.options.find(({ id, label }) => label === words || id === words);
        if (option) return { ...option, message, suggested: part.suggestions === true };
      }
    }
    return null;
  }
}

function toCopy<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data)) as Data;
}
