import { z } from 'zod';
import type { Effect } from '../schema/effect.ts';
import { idSchema, textSchema } from '../schema/fields.ts';
import type { Option } from '../schema/message.ts';
import { parseChoice } from '../text/answers/choice.ts';
import { defineKind, type Input, leave, type NodeView, type View } from './kind.ts';
import { say, toChoice, toText } from './say.ts';

const data = z.strictObject({
  text: textSchema,
  options: z
    .array(z.strictObject({ id: idSchema, label: textSchema }))
    .min(1)
    .max(50),
  retries: z.number().int().min(0).max(20).default(1),
});
type Data = z.output<typeof data>;

/** Asks with buttons. Typed text that fits none is left to the triggers, the choice staying open. */
export const choice = defineKind({
  type: 'choice',
  family: 'ask',
  trigger: false,
  data,
  defaults: () => ({
    text: '',
    options: [
      { id: 'option-1', label: '' },
      { id: 'option-2', label: '' },
    ],
    retries: 1,
  }),
  ports: (data) => [
    ...(data.options ?? []).map(({ id, label }) => ({ id, label })),
    { id: 'other', optional: true },
  ],
  enter: (node, view) => ({
    effects: ask(node, view),
    go: { type: 'wait', for: 'answer', style: 'options', memory: null },
  }),
  receive: (node, _open, input, view) => {
    const option = toChosen(input, toOptions(node.data, view));
    return option === null ? null : { go: leave(option) };
  },
  refuse: (node, open) => (open.tries > node.data.retries ? { go: leave('other') } : null),
  prompt: (node, _open, view) => ask(node, view),
});

/** The option that a button or a typed label means, or null. */
export function toChosen(input: Input, options: Option[]): string | null {
  if (input.kind === 'choice') return options.find(({ id }) => id === input.option)?.id ?? null;
  return input.kind === 'text' ? parseChoice(input.text, options) : null;
}

function ask(node: NodeView<Data>, view: View): Effect[] {
  return [say(node, toText(view.render(node.data.text)), toChoice(toOptions(node.data, view)))];
}

function toOptions(data: Data, view: View): Option[] {
  return data.options.map(({ id, label }) => ({ id, label: view.render(label) }));
}
