import type { Effect } from '../schema/effect.ts';
import type { Option, Part } from '../schema/message.ts';
import type { NodeRef } from '../schema/state.ts';

/** The bot says `parts` at this node. */
export function say({ flow, node }: NodeRef, ...parts: Part[]): Effect {
  return { type: 'say', from: 'bot', parts, source: { flow, node } };
}

export function toText(text: string): Part {
  return { type: 'text', text };
}

export function toChoice(options: Option[]): Part {
  return { type: 'choice', options };
}

/** Suggestions are sent as typed text, so their ids only need to differ. */
export function toSuggestions(labels: string[]): Part {
  return {
    type: 'choice',
    suggestions: true,
    options: labels.map((label, index) => ({ id: `suggestion-${index + 1}`, label })),
  };
}
