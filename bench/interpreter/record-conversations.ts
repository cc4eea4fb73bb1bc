import type { Release } from '../../shared/graph/compile.ts';
import { findNode, triggersOf } from '../../shared/graph/compile.ts';
import { findSource, type SourcedMessage } from '../../shared/interpreter/find-source.ts';
import { step } from '../../shared/interpreter/step.ts';
import { toFacts } from '../../shared/interpreter/to-facts.ts';
import { withEntry } from '../../shared/interpreter/turn.ts';
import type { Content, Event, MessageSource, TimerName } from '../../shared/schema/event.ts';
import type { Facts } from '../../shared/schema/facts.ts';
import { emptyReading, type Reading } from '../../shared/schema/reading.ts';
import { type NodeRef, type State, toInitialState } from '../../shared/schema/state.ts';
import type { Value } from '../../shared/schema/value.ts';

/**
 * Everything that happens to a conversation, with the world as it then is: enough to play it again. Written as
 * the server writes it, by literals; a spread gives each object a layout of its own, which the engine reads slowly.
 */
export interface Recording {
  initial: State;
  happened: { event: Event; facts: Facts }[];
}

interface Course {
  state: State;
  contact: Record<string, Value>;
  transcript: SourcedMessage[];
  now: number;
}

type Chance = () => number;

const agent = { id: 'agent-1', name: 'Alex' };
/** As on a server, which looks at these once for all conversations. */
const agents = { '': { online: 2, free: 1 } };
const queue = { '': { length: 1, waitMinutes: 2 } };
const monday = Date.UTC(2026, 10, 23, 10);
const fitting: Record<string, string[]> = {
  email: ['kim@example.com', 'my address is kim.jones@example.com'],
  'order-number': ['AB-123456', 'it is number ab 123456, I think'],
  text: ['dark green', 'a bit more light, please'],
  choice: ['the second one', '3', 'Delivery, please'],
};
const unfitting = ['hm', 'that I do not know by heart'];

/**
 * Conversations with a bot as customers hold them, eight events in ten a message of theirs: requests, buttons,
 * answers, words that nobody understands; timers, thumbs and agents between. The same seed gives the same ones.
 */
export function recordConversations(release: Release, count: number, length: number, seed = 1): Recording[] {
  const chance = toChance(seed);
  return Array.from({ length: count }, () => recordConversation(release, length, chance));
}

function recordConversation(release: Release, length: number, chance: Chance): Recording {
  const initial = toInitialState({ release: release.number, language: 'en', channel: 'web' });
  const course: Course = { state: initial, contact: {}, transcript: [], now: monday + chance() * 86_400_000 };
  const recording: Recording = { initial, happened: [] };
  while (recording.happened.length < length) {
    course.now += 1000 + chance() * 60_000;
    const event: Event =
      recording.happened.length === 0 ? { type: 'start' } : toEvent(release, course, chance);
    const facts = toWorld(release, course);
    const { state, effects } = step(release, course.state, event, facts);
    recording.happened.push({ event, facts });
    course.state = state;
    for (const effect of effects) {
      if (effect.type === 'remember') course.contact = withEntry(course.contact, effect.name, effect.value);
      if (effect.type !== 'say') continue;
      const number = course.transcript.length + 1;
      const source = effect.source && toSource(effect.source, release.number, number);
      course.transcript.push({ id: `m${number}`, source, parts: effect.parts });
    }
  }
  return recording;
}

function toSource({ flow, node }: NodeRef, release: number, number: number): MessageSource {
  return { flow, node, release, number };
}

function toEvent(release: Release, course: Course, chance: Chance): Event {
  const { state } = course;
  if (chance() < 0.08 && state.timers.length > 0)
    return { type: 'timer', name: pick(state.timers, chance) as TimerName };
  if (state.handler === 'queue')
    return chance() < 0.7 ? { type: 'agent-joined', agent } : say(course, 'are you there?', null);
  if (state.handler === 'agent') return toEventWithAgent(course, chance);
  if (chance() < 0.04) return { type: 'feedback', value: chance() < 0.5 ? 'up' : 'down', source: null };
  const content = state.open?.for === 'answer' && chance() < 0.75 ? toAnswer(release, course, chance) : null;
  if (content) return toMessage(course, content, content.kind === 'text' ? emptyReading : null);
  if (chance() < 0.15) return say(course, 'colourless green ideas', emptyReading);
  const trigger = pick(triggersOf(release, 'text-request'), chance);
  const { phrases } = trigger.data as { phrases: string[] };
  return say(course, pick(phrases, chance), toReading(trigger));
}

function toReading({ flow, node }: NodeRef): Reading {
  return {
    candidates: [{ flow, node, score: 0.9 }],
    close: false,
    feedback: [],
    person: flow === 'front' ? { flow, node } : null,
    repeats: false,
    entities: [],
  };
}

function toEventWithAgent(course: Course, chance: Chance): Event {
  const what = chance();
  if (what < 0.4) return say(course, 'and then what?', null);
  if (what < 0.7) return { type: 'agent-message', agent };
  return { type: 'resolved', agent, outcome: 'solved', survey: null };
}

/** What fits the open question, more often than not. */
function toAnswer(release: Release, { state, transcript }: Course, chance: Chance): Content | null {
  const { open } = state;
  const node = open && findNode(release, open);
  if (!node) return null;
  if (node.kind.type === 'rating' && typeof open.memory !== 'number') {
    const source = findSource(transcript, { rating: true })?.source ?? null;
    return { kind: 'rating', value: 1 + Math.floor(chance() * 5), source };
  }
  const options = transcript.at(-1)?.parts.find((part) => part.type === 'choice');
  if (options && chance() < 0.8) {
    const { id, label } = pick(options.options, chance);
    const found = findSource(transcript, { option: id });
    return { kind: 'choice', option: id, label, source: found?.source ?? null };
  }
  const { answer = 'choice' } = node.data as { answer?: string };
  const words = chance() < 0.85 ? fitting[answer] : unfitting;
  return { kind: 'text', text: pick(words ?? unfitting, chance) };
}

function say(course: Course, text: string, reading: Reading | null): Event {
  return toMessage(course, { kind: 'text', text }, reading);
}

function toMessage({ transcript }: Course, content: Content, reading: Reading | null): Event {
  const number = transcript.push({ id: `m${transcript.length + 1}`, source: null, parts: [] });
  return { type: 'message', number, content, reading };
}

function toWorld({ settings }: Release, { now, contact, transcript, state }: Course): Facts {
  return toFacts({
    now,
    settings,
    agents,
    queue,
    position: state.handler === 'queue' ? 1 : null,
    contact,
    lastNumber: transcript.length,
  });
}

function pick<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** A linear congruential generator (Numerical Recipes), from 0 to 1: plain, and the same everywhere. */
function toChance(seed: number): Chance {
  let last = seed >>> 0;
  return () => {
    last = (Math.imul(last, 1_664_525) + 1_013_904_223) >>> 0;
    return last / 2 ** 32;
  };
}
