import type { CompiledNode } from '../graph/compile.ts';
import { toChosen } from '../kinds/choice.ts';
import type { Option } from '../schema/message.ts';
import type { NodeRef } from '../schema/state.ts';
import { toNodeData } from './node-data.ts';
import { begin, interrupt, pop, restore } from './run.ts';
import type { Taken } from './taken.ts';
import { findTrigger } from './triggers.ts';
import { settle, type Turn, toRef } from './turn.ts';
import { toView } from './view.ts';

/** The question is the bot's own, so no node of the drawing waits for its answer. */
const nowhere: NodeRef = { flow: '', node: '' };
const neither = 'neither';

type Memory = {
  triggers: { flow: string; node: string }[];
  words: string;
  /** Whether a question lies open beneath. */
  interrupted: boolean;
};

/** Asks which of two close triggers was meant, instead of guessing. */
export function askWhichMeant(turn: Turn, triggers: CompiledNode[], words: string): void {
  const memory: Memory = { triggers: triggers.map(toRef), words, interrupted: turn.state.open !== null };
  interrupt(turn, false);
  turn.effects.push({
    type: 'say',
    from: 'bot',
    parts: [
      { type: 'text', text: toView(turn).stock('clarify') },
      { type: 'choice', options: toOptions(turn, triggers) },
    ],
    source: nowhere,
  });
  turn.state.open = { ...nowhere, for: 'answer', style: 'options', tries: 0, memory };
}

/** Whether the bot's own question is open. */
export function isClarifying({ state }: Turn): boolean {
  return state.open !== null && state.open.node === nowhere.node;
}

/**
 * Takes the answer to 'did you mean'. 'Neither' is a miss of the words that were unclear; anything else
 * withdraws the question and is taken as if it had never been asked.
 */
export function takeClarified(taken: Taken): boolean {
  const { turn } = taken;
  if (!turn.state.open || !isClarifying(turn)) return false;
  // Written by askWhichMeant alone.
  const memory = turn.state.open.memory as Memory;
  withdraw(turn, memory);
  const triggers = memory.triggers.flatMap((place) => findTrigger(turn.release, place) ?? []);
  const chosen = toChosen(taken.input, toOptions(turn, triggers));
  if (chosen === null) return false;
  const trigger = triggers.find((_, index) => chosen === toOptionId(index));
  if (!trigger) {
    taken.words = memory.words;
    turn.reading = null;
    return false;
  }
  settle(turn);
  interrupt(turn, false);
  begin(turn, trigger, memory.words);
  turn.state.answeredBy = toRef(trigger);
  return true;
}

function withdraw(turn: Turn, { interrupted }: Memory): void {
  const { state } = turn;
  state.open = null;
  const frame = interrupted ? pop(state) : undefined;
  if (frame?.type === 'interrupted') restore(turn, frame);
}

function toOptions(turn: Turn, triggers: CompiledNode[]): Option[] {
  const view = toView(turn);
  return [
    ...triggers.map((trigger, index) => {
      const phrase = toNodeData(trigger, 'text-request')?.phrases[0];
      return { id: toOptionId(index), label: phrase ?? view.stock('a-person') };
    }),
    { id: neither, label: view.stock('neither') },
  ];
}

function toOptionId(index: number): string {
  return `meant-${index + 1}`;
}
