import { DateTime } from 'luxon';
import { compileBot, type Release } from '../../shared/graph/compile.ts';
import { toReadingTriggers } from '../../shared/graph/to-reading-triggers.ts';
import { findSource, type SourcedMessage } from '../../shared/interpreter/find-source.ts';
import { step } from '../../shared/interpreter/step.ts';
import { toFacts } from '../../shared/interpreter/to-facts.ts';
import type { BotFile } from '../../shared/kinds/document.ts';
import type { Effect } from '../../shared/schema/effect.ts';
import type { Event, TimerName } from '../../shared/schema/event.ts';
import type { Facts, Staffing } from '../../shared/schema/facts.ts';
import type { Channel } from '../../shared/schema/fields.ts';
import { type State, toInitialState } from '../../shared/schema/state.ts';
import type { Value } from '../../shared/schema/value.ts';
import type { Model } from '../../shared/understanding/model.ts';
import { readMessage } from '../../shared/understanding/read.ts';
import { trainModel } from '../../shared/understanding/train.ts';

export interface Beginning {
  /** Local time of the bot, `2026-11-23T10:00`. */
  time: string;
  channel: Channel;
  language?: string | undefined;
  contact?: Record<string, Value>;
}

interface Spoken extends SourcedMessage {
  number: number;
}

/** One turn as it was computed, for replaying it. */
export interface Played {
  event: Event;
  facts: Facts;
}

const agent = { id: 'agent-1', name: 'Alex' };

/**
 * A conversation with a bot outside of any server: a clock that is moved by hand, timers that ring when it
 * passes them, and effects gathered for whoever looks.
 */
export class Conversation {
  state: State;
  now: number;
  readonly contact: Record<string, Value>;
  readonly agents: Record<string, Staffing> = { '': { online: 0, free: 0 } };
  /** All effects of the last thing that was done. */
  effects: Effect[] = [];
  /** Every turn so far, to play it once more. */
  readonly log: Played[] = [];
  readonly messages: Spoken[] = [];
  private readonly file: BotFile;
  private readonly throughJson: boolean;
  private release: Release;
  private readonly model: Model;
  private readonly timers = new Map<TimerName, number>();
  private readonly zone: string;

  /** @param throughJson the state and the bot are sent through JSON before every event */
  constructor(file: BotFile, beginning: Beginning, throughJson = false) {
    this.file = file;
    this.throughJson = throughJson;
    this.release = compileBot(file, 1);
    const { languages, understanding, hours } = file.bot;
    this.model = trainModel(toReadingTriggers(this.release), {
      languages,
      strictness: understanding.strictness,
    });
    this.zone = hours?.timezone ?? 'UTC';
    this.now = this.toMoment(beginning.time);
    this.contact = { ...beginning.contact };
    const language = beginning.language ?? languages[0] ?? 'en';
    this.state = toInitialState({ release: 1, language, channel: beginning.channel });
  }

  start(): void {
    this.happen({ type: 'start' });
  }

  say(text: string): void {
    const number = this.speak();
    const { handler, earlier, language } = this.state;
    const reading =
      handler === 'bot' ? readMessage(this.model, text, { earlier, languages: [language] }) : null;
    this.happen({ type: 'message', number, content: { kind: 'text', text }, reading });
  }

  /** Presses a button by its words or its id; a suggestion is sent as if it had been typed. */
  press(words: string): void {
    const found = this.findButton(words);
    if (!found) throw new Error(`No message has a button “${words}”.`);
    if (found.suggested) {
      this.say(found.label);
      return;
    }
    const source = findSource(this.messages, { option: found.id })?.source ?? null;
    const content = { kind: 'choice' as const, option: found.id, label: found.label, source };
    this.happen({ type: 'message', number: this.speak(), content, reading: this.readLabel(found.label) });
  }

  rate(value: number, comment?: string): void {
    const source = findSource(this.messages, { rating: true })?.source ?? null;
    const content = { kind: 'rating' as const, value, source, ...(comment !== undefined && { comment }) };
    this.happen({ type: 'message', number: this.speak(), content, reading: null });
  }

  sendFile(name: string): void {
    const content = {
      kind: 'file' as const,
      file: { file: `file-${this.messages.length}`, name, size: 1000 },
    };
    this.happen({ type: 'message', number: this.speak(), content, reading: null });
  }

  thumbs(value: 'up' | 'down'): void {
    const source = this.messages.findLast((message) => message.source !== null)?.source ?? null;
    this.happen({ type: 'feedback', value, source });
  }

  join(name = agent.name): void {
    this.happen({ type: 'agent-joined', agent: { ...agent, name } });
  }

  write(): void {
    this.speak();
    this.happen({ type: 'agent-message', agent });
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
  staff(staffing: { online: number; free?: number | undefined; department?: string | undefined }): void {
    const { online, free = online, department = '' } = staffing;
    this.agents[department] = { online, free };
    this.effects = [];
    if (this.state.handler === 'queue' && this.onlineFor(this.state.handoff?.department ?? '') === 0) {
      this.happen({ type: 'timer', name: 'staffing' });
    }
  }

  /** What the other system answered to the newest call or ticket. */
  answer(ok: boolean, variables: Record<string, Value> = {}): void {
    const { open } = this.state;
    if (open?.for !== 'result' || typeof open.memory !== 'string')
      throw new Error('Nothing waits for the outside.');
    const id = open.memory;
    if (id.startsWith('ticket'))
      this.happen({ type: 'ticket-result', id, ok, ...(ok && { reference: 'T-1' }) });
    else this.happen({ type: 'http-result', id, ok, variables });
  }

  /** Time goes by; timers ring in their order, each at its own time. */
  waitUntil(moment: number): void {
    this.effects = [];
    const gathered: Effect[] = [];
    for (;;) {
      const due = [...this.timers].filter(([, at]) => at <= moment).sort(([, a], [, b]) => a - b)[0];
      if (!due) break;
      this.timers.delete(due[0]);
      this.now = Math.max(this.now, due[1]);
      this.happen({ type: 'timer', name: due[0] });
      gathered.push(...this.effects);
    }
    this.now = moment;
    this.effects = gathered;
  }

  toMoment(localTime: string): number {
    return DateTime.fromISO(localTime, { zone: this.zone }).toMillis();
  }

  /** Does what an event does, and carries its effects out. */
  happen(event: Event): void {
    const facts = this.toFacts();
    if (this.throughJson) this.passThroughJson();
    const { state, effects } = step(this.release, this.state, event, facts);
    this.log.push({ event, facts });
    this.state = state;
    this.effects = effects;
    for (const effect of effects) this.carryOut(effect);
  }

  private toFacts(): Facts {
    const { now, contact, agents, state } = this;
    const position = state.handler === 'queue' ? 1 : null;
    const lastNumber = this.messages.length;
    const queue = { '': { length: 0, waitMinutes: 3 } };
    return toFacts({
      now,
      settings: this.file.bot,
      agents,
      queue,
      position,
      contact: { ...contact },
      lastNumber,
    });
  }

  private passThroughJson(): void {
    this.state = JSON.parse(JSON.stringify(this.state)) as State;
    this.release = compileBot(JSON.parse(JSON.stringify(this.file)) as BotFile, 1);
  }

  private carryOut(effect: Effect): void {
    if (effect.type === 'timer') this.timers.set(effect.name, effect.at);
    if (effect.type === 'cancel-timer') this.timers.delete(effect.name);
    if (effect.type === 'remember') this.contact[effect.name] = effect.value;
    if (effect.type !== 'say') return;
    const number = this.messages.length + 1;
    const source = effect.source && { ...effect.source, release: 1, number };
    this.messages.push({ id: `message-${number}`, number, source, parts: effect.parts });
  }

  /** The customer's or agent's own message takes its number in the transcript. */
  private speak(): number {
    const number = this.messages.length + 1;
    this.messages.push({ id: `message-${number}`, number, source: null, parts: [] });
    return number;
  }

  private readLabel(label: string) {
    const { earlier, language } = this.state;
    return readMessage(this.model, label, { earlier, languages: [language] });
  }

  private findButton(words: string): { id: string; label: string; suggested: boolean } | null {
    for (const { parts } of this.messages.toReversed()) {
      for (const part of parts) {
        if (part.type !== 'choice') continue;
        const option = part.options.find(({ id, label }) => label === words || id === words);
        if (option) return { ...option, suggested: part.suggestions === true };
      }
    }
    return null;
  }

  private onlineFor(department: string): number {
    return (this.agents[department] ?? this.agents[''])?.online ?? 0;
  }
}
