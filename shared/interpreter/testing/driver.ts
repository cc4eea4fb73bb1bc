import { compileBot } from '../../graph/compile.ts';
import type { DraftFile } from '../../kinds/document.ts';
import type { Effect } from '../../schema/effect.ts';
import type { Content, Event } from '../../schema/event.ts';
import type { Facts } from '../../schema/facts.ts';
import type { Part } from '../../schema/message.ts';
import { emptyReading, type Reading } from '../../schema/reading.ts';
import { type State, toInitialState } from '../../schema/state.ts';
import { findSource, type SourcedMessage } from '../find-source.ts';
import { step } from '../step.ts';

const agent = { id: 'a1', name: 'Anna' };
const monday = Date.UTC(2026, 10, 23, 10);

/** Plays a sketch as a customer, an agent and the clock would; every step runs on frozen inputs. */
export function play(file: DraftFile, options: { facts?: Partial<Facts>; channel?: State['channel'] } = {}) {
  const release = compileBot(file, 1);
  let state: State = toInitialState({
    release: 1,
    language: file.bot.languages[0] ?? 'en',
    channel: options.channel ?? 'web',
  });
  let facts: Facts = {
    now: monday,
    local: { date: '2026-11-23', time: '10:00', weekday: 'mon' },
    hours: { '': { open: true, changesAt: null } },
    agents: { '': { online: 1, free: 1 } },
    queue: { '': { length: 0, waitMinutes: 2 } },
    position: null,
    contact: {},
    settings: file.bot,
    lastNumber: 0,
    ...options.facts,
  };
  const transcript: SourcedMessage[] = [];
  let number = 0;

  function send(event: Event): Turnout {
    const frozen = freeze(structuredClone(state));
    const { state: after, effects } = step(
      release,
      frozen,
      freeze(event),
      freeze({ ...facts, lastNumber: number }),
    );
    state = JSON.parse(JSON.stringify(after)) as State;
    for (const effect of effects) {
      if (effect.type !== 'say') continue;
      number += 1;
      const source = effect.source && { ...effect.source, release: 1, number };
      transcript.push({ id: `m${number}`, source, parts: effect.parts });
    }
    return toTurnout(effects);
  }

  function message(content: Content, reading: Reading | null): Turnout {
    number += 1;
    return send({ type: 'message', number, content, reading });
  }

  return {
    get state() {
      return state;
    },
    at: (minutes: number) => {
      facts = { ...facts, now: monday + minutes * 60_000 };
    },
    know: (more: Partial<Facts>) => {
      facts = { ...facts, ...more };
    },
    send,
    start: () => send({ type: 'start' }),
    /** `means` names the triggers that the words mean, best first, as `flow/node`. */
    say: (text: string, meaning: Meaning = {}) => message({ kind: 'text', text }, toReading(meaning)),
    press: (option: string, id?: string) => {
      const found = findSource(transcript, { option, message: id });
      return message(
        { kind: 'choice', option, label: found?.label ?? option, source: found?.source ?? null },
        emptyReading,
      );
    },
    rate: (value: number, comment?: string) => {
      const found = findSource(transcript, { rating: true });
      return message(
        { kind: 'rating', value, ...(comment && { comment }), source: found?.source ?? null },
        emptyReading,
      );
    },
    sendFile: (name: string) => message({ kind: 'file', file: { file: 'f1', name, size: 9 } }, null),
    /** Presses a suggestion: a button that is sent as the customer's own words. */
    suggest: (label: string, meaning: Meaning = {}) =>
      message({ kind: 'choice', option: 'suggestion-1', label, source: null }, toReading(meaning)),
    thumb: (value: 'up' | 'down') => send({ type: 'feedback', value, source: null }),
    ring: (name: Extract<Event, { type: 'timer' }>['name']) => send({ type: 'timer', name }),
    join: () => send({ type: 'agent-joined', agent }),
    write: () => send({ type: 'agent-message', agent }),
    resolve: (outcome: string | null = null, survey: string | false | null = null) =>
      send({ type: 'resolved', agent, outcome, survey }),
  };
}

export interface Meaning {
  means?: string[];
  close?: boolean;
  person?: string;
  feedback?: string[];
  repeats?: boolean;
}

export interface Turnout {
  texts: string[];
  buttons: string[];
  notices: string[];
  effects: Effect[];
  of: <Type extends Effect['type']>(type: Type) => Extract<Effect, { type: Type }>[];
}

function toReading({ means = [], close = false, person, feedback = [], repeats = false }: Meaning): Reading {
  return {
    ...emptyReading,
    candidates: means.map((place) => ({ ...toPlace(place), score: 0.9 })),
    close,
    person: person === undefined ? null : toPlace(person),
    feedback: feedback.map(toPlace),
    repeats,
  };
}

function toPlace(place: string): { flow: string; node: string } {
  const [flow = '', node = ''] = place.split('/');
  return { flow, node };
}

function toTurnout(effects: Effect[]): Turnout {
  const parts = effects.flatMap((effect): Part[] => (effect.type === 'say' ? effect.parts : []));
  return {
    texts: parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])),
    buttons: parts.flatMap((part) => (part.type === 'choice' ? part.options.map(({ label }) => label) : [])),
    notices: parts.flatMap((part) => (part.type === 'notice' ? [part.code] : [])),
    effects,
    of: (type) => effects.filter((effect) => effect.type === type) as never,
  };
}

function freeze<Data>(data: Data): Data {
  if (typeof data === 'object' && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    for (const value of Object.values(data)) freeze(value);
  }
  return data;
}
