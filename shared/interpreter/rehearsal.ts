import type { Release } from '../graph/compile.ts';
import type { Effect, HttpRequest, TicketRequest } from '../schema/effect.ts';
import type { Content, Event, TimerName } from '../schema/event.ts';
import type { Facts, Staffing } from '../schema/facts.ts';
import type { Channel } from '../schema/fields.ts';
import type { Message } from '../schema/message.ts';
import { type State, toInitialState } from '../schema/state.ts';
import type { Trace } from '../schema/trace.ts';
import type { Value } from '../schema/value.ts';
import type { Model } from '../understanding/model.ts';
import { readMessage } from '../understanding/read.ts';
import { findSource, type Pressed, type SourcedMessage } from './find-source.ts';
import { step } from './step.ts';
import { toFacts } from './to-facts.ts';

export type RehearsedMessage = Omit<Message, 'at'> & SourcedMessage & { at: number };

/** A call to the outside that a rehearsal does not make: whoever rehearses says how it went. */
export type OutsideCall = { id: string } & (
  | { type: 'http'; request: HttpRequest }
  | { type: 'ticket'; request: TicketRequest }
);

/** What the world is like, as the rehearsal pretends. */
export interface Stage {
  /** Milliseconds since 1970. */
  now: number;
  /** Overrules the calendar where it is given. */
  open?: boolean | undefined;
  /** Agents online and free, in every department. */
  agents: number;
  /** Where departments differ: overrules `agents`; the whole bot is under `''`. */
  staffing?: Readonly<Record<string, Staffing>> | undefined;
}

/** One event of a rehearsal and what came of it. */
export interface RehearsedStep {
  /** Milliseconds since 1970. */
  at: number;
  event: Event;
  /** The world as it was, for doing the step once more. */
  facts: Facts;
  effects: Effect[];
  trace: Trace;
  /** The transcript's length before and after: what stands between was said in this step. */
  from: number;
  to: number;
}

/** A conversation without a server: plain data, for the simulator and for scripts. */
export interface Rehearsal {
  stage: Stage;
  state: State;
  transcript: RehearsedMessage[];
  timers: { name: TimerName; at: number }[];
  outside: OutsideCall[];
  contact: Record<string, Value>;
  /** The conversation's folder after a forgotten case. */
  followUp: boolean;
  /** Every step since the start, in order. */
  log: readonly RehearsedStep[];
}

/** What is rehearsed: a compiled bot and the model that reads for it. */
export interface Play {
  release: Release;
  model: Model;
}

/** A conversation before its first word. */
export function toRehearsal(
  { release }: Play,
  opening: { stage: Stage; language: string; channel?: Channel; contact?: Record<string, Value> },
): Rehearsal {
  return {
    stage: opening.stage,
    state: toInitialState({
      release: release.number,
      language: opening.language,
      channel: opening.channel ?? 'web',
    }),
    transcript: [],
    timers: [],
    outside: [],
    contact: opening.contact ?? {},
    followUp: false,
    log: [],
  };
}

/** Lets an event happen. The transcript grows by what is said, the log by one step. */
export function happen(play: Play, rehearsal: Rehearsal, event: Event): Rehearsal {
  const facts = toRehearsedFacts(play, rehearsal);
  const { state, effects, trace } = step(play.release, rehearsal.state, event, facts);
  const changed: Rehearsal = { ...rehearsal, state };
  const after = effects.reduce((current, effect) => applyEffect(play, current, effect), changed);
  const [from, to] = [rehearsal.transcript.length, after.transcript.length];
  const { now } = rehearsal.stage;
  return { ...after, log: [...rehearsal.log, { at: now, event, facts, effects, trace, from, to }] };
}

/** The customer types, presses, rates or sends a file. */
export function customerSends(
  play: Play,
  rehearsal: Rehearsal,
  sent:
    | { text: string }
    | { pressed: Pressed & { value?: number; comment?: string } }
    | { file: { file: string; name: string; size: number } },
): Rehearsal {
  const content = toContent(rehearsal, sent);
  const words = content.kind === 'text' ? content.text : content.kind === 'choice' ? content.label : '';
  const { state } = rehearsal;
  const reads = words !== '' && state.handler === 'bot';
  const reading = reads
    ? readMessage(play.model, words, { earlier: state.earlier, languages: [state.language] })
    : null;
  const said = append(rehearsal, {
    from: { kind: 'customer' },
    parts: toCustomerParts(content, words),
    source: null,
  });
  return happen(play, said, { type: 'message', number: said.transcript.length, content, reading });
}

/** The agent writes. */
export function agentWrites(
  play: Play,
  rehearsal: Rehearsal,
  agent: { id: string; name: string },
  text: string,
): Rehearsal {
  const said = append(rehearsal, {
    from: { kind: 'agent', name: agent.name },
    parts: [{ type: 'text', text }],
    source: null,
  });
  return happen(play, said, { type: 'agent-message', agent });
}

/** Moves the clock, ringing each timer at its time and in order. */
export function pass(play: Play, rehearsal: Rehearsal, ms: number): Rehearsal {
  const until = rehearsal.stage.now + ms;
  let current = rehearsal;
  for (;;) {
    const due = current.timers.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0];
    if (!due) break;
    const rung = {
      ...current,
      stage: { ...current.stage, now: Math.max(due.at, current.stage.now) },
      timers: current.timers.filter((timer) => timer !== due),
    };
    current = happen(play, rung, { type: 'timer', name: due.name });
  }
  return { ...current, stage: { ...current.stage, now: until } };
}

/** Says how a call to the outside went, with the variables that it brought. */
export function answerOutside(
  play: Play,
  rehearsal: Rehearsal,
  id: string,
  result: { ok: boolean; variables?: Record<string, Value> },
): Rehearsal {
  const call = rehearsal.outside.find((open) => open.id === id);
  if (!call) return rehearsal;
  const answered = { ...rehearsal, outside: rehearsal.outside.filter((open) => open !== call) };
  return happen(
    play,
    answered,
    call.type === 'http'
      ? { type: 'http-result', id, ok: result.ok, variables: result.variables ?? {} }
      : { type: 'ticket-result', id, ok: result.ok },
  );
}

type EffectAppliers = {
  [Type in Effect['type']]: (
    rehearsal: Rehearsal,
    effect: Extract<Effect, { type: Type }>,
    play: Play,
  ) => Rehearsal;
};

const same = (rehearsal: Rehearsal): Rehearsal => rehearsal;

const appliers: EffectAppliers = {
  say: (rehearsal, { from, parts, source }, { release }) =>
    append(rehearsal, {
      from: { kind: from, ...(from === 'bot' && release.settings.persona) },
      parts,
      source: source && { ...source, release: release.number, number: rehearsal.transcript.length + 1 },
    }),
  handler: (rehearsal, { folder }) => ({ ...rehearsal, followUp: folder === 'follow-up' }),
  notify: same,
  timer: (rehearsal, { name, at }) => ({ ...rehearsal, timers: [...without(rehearsal, name), { name, at }] }),
  'cancel-timer': (rehearsal, { name }) => ({ ...rehearsal, timers: without(rehearsal, name) }),
  http: (rehearsal, { id, request }) => ({
    ...rehearsal,
    outside: [...rehearsal.outside, { type: 'http', id, request }],
  }),
  ticket: (rehearsal, { id, request }) => ({
    ...rehearsal,
    outside: [...rehearsal.outside, { type: 'ticket', id, request }],
  }),
  remember: (rehearsal, { name, value }) => ({
    ...rehearsal,
    contact: { ...rehearsal.contact, [name]: value },
  }),
  tag: same,
  record: same,
};

function applyEffect<Type extends Effect['type']>(
  play: Play,
  rehearsal: Rehearsal,
  effect: Extract<Effect, { type: Type }>,
): Rehearsal {
  const apply = appliers[effect.type as Type];
  return apply(rehearsal, effect, play);
}

function toRehearsedFacts({ release }: Play, { stage, contact, transcript, state }: Rehearsal) {
  const everywhere = ['', ...release.settings.departments.map(({ id }) => id)];
  const waits = state.handler === 'queue';
  return toFacts({
    now: stage.now,
    settings: release.settings,
    agents: {
      ...Object.fromEntries(everywhere.map((id) => [id, { online: stage.agents, free: stage.agents }])),
      ...stage.staffing,
    },
    queue: Object.fromEntries(everywhere.map((id) => [id, { length: waits ? 1 : 0, waitMinutes: 2 }])),
    position: waits ? 1 : null,
    contact,
    lastNumber: transcript.length,
    open: stage.open,
  });
}

function toContent(rehearsal: Rehearsal, sent: Parameters<typeof customerSends>[2]): Content {
  if ('text' in sent) return { kind: 'text', text: sent.text };
  if ('file' in sent) return { kind: 'file', file: sent.file };
  const { pressed } = sent;
  const found = findSource(rehearsal.transcript, pressed);
  if (!('option' in pressed)) {
    const comment = pressed.comment === undefined ? {} : { comment: pressed.comment };
    return { kind: 'rating', value: pressed.value ?? 0, ...comment, source: found?.source ?? null };
  }
  return {
    kind: 'choice',
    option: pressed.option,
    label: found?.label ?? pressed.option,
    source: found?.source ?? null,
  };
}

function toCustomerParts(content: Content, words: string): RehearsedMessage['parts'] {
  if (content.kind === 'file')
    return [{ type: 'file', id: content.file.file, name: content.file.name, size: content.file.size }];
  return [{ type: 'text', text: content.kind === 'rating' ? String(content.value) : words }];
}

function append(rehearsal: Rehearsal, message: Omit<RehearsedMessage, 'id' | 'number' | 'at'>): Rehearsal {
  const number = rehearsal.transcript.length + 1;
  const added = { ...message, id: `message-${number}`, number, at: rehearsal.stage.now };
  return { ...rehearsal, transcript: [...rehearsal.transcript, added] };
}

function without({ timers }: Rehearsal, name: TimerName): Rehearsal['timers'] {
  return timers.filter((timer) => timer.name !== name);
}
