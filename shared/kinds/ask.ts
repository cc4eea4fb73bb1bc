import { z } from 'zod';
import type { Effect } from '../schema/effect.ts';
import { textSchema, writtenVariableSchema } from '../schema/fields.ts';
import type { Value } from '../schema/value.ts';
import { parseOrderNumber } from '../text/answers/order-number.ts';
import {
  type AnswerType,
  answerTypes,
  isFreeAnswer,
  isSaidEarlier,
  parseAnswer,
  toAnswerOptions,
} from './answer.ts';
import { defineKind, leave, type Move, type NodeView, type View } from './kind.ts';
import { say, toChoice, toText } from './say.ts';

const data = z
  .strictObject({
    variable: writtenVariableSchema,
    prompt: textSchema,
    answer: z.enum(answerTypes),
    example: z.string().min(1).max(60).optional(),
    skipIfKnown: z.boolean().default(true),
    retries: z.number().int().min(0).max(20).default(2),
    retryText: textSchema.optional(),
  })
  .refine(
    ({ answer, example }) =>
      answer !== 'order-number' || (example !== undefined && parseOrderNumber(example, example) !== null),
    {
      error: 'example-missing',
      path: ['example'],
    },
  );
type Data = z.output<typeof data>;

/** Asks for a value and keeps it in a variable; skips what is known or was already said. */
export const ask = defineKind({
  type: 'ask',
  family: 'ask',
  trigger: false,
  data,
  defaults: () => ({ prompt: '', answer: 'text', skipIfKnown: true, retries: 2 }),
  ports: (data) => [
    { id: 'answered' },
    { id: 'failed', optional: data.answer === undefined || isFreeAnswer(data.answer) },
  ],
  enter: (node, view) =>
    toKnown(node, view) ?? { effects: prompt(node, view, node.data.prompt), go: waiting(node.data.answer) },
  receive: (node, _open, input, view) => {
    const value = parseAnswer(node.data, input, view);
    return value === null ? null : answered(node.data, value);
  },
  refuse: (node, open, view) => {
    if (open.tries > node.data.retries) return { go: leave('failed') };
    const again =
      node.data.retryText ?? view.stock(`retry-${node.data.answer}`, { example: node.data.example ?? '' });
    return { effects: prompt(node, view, again), go: waiting(node.data.answer) };
  },
  prompt: (node, _open, view) => prompt(node, view, node.data.prompt),
});

function waiting(answer: AnswerType): Move['go'] {
  return { type: 'wait', for: 'answer', style: isFreeAnswer(answer) ? 'free' : 'checked', memory: null };
}

function prompt(node: NodeView<Data>, view: View, text: Data['prompt']): Effect[] {
  const options = node.data.answer === 'choice' ? toAnswerOptions(node.data.variable, view) : [];
  return [say(node, toText(view.render(text)), ...(options.length > 0 ? [toChoice(options)] : []))];
}

function answered(data: Data, value: Value): Move {
  const attribute = contactAttribute(data.answer);
  const assign: Record<string, Value> = {};
  assign[data.variable] = value;
  // What a customer is called and how to reach them is worth knowing beyond this conversation.
  if (attribute !== null) assign[attribute] = value;
  return { assign, go: leave('answered') };
}

function contactAttribute(answer: AnswerType): string | null {
  return answer === 'email' || answer === 'phone' || answer === 'name' ? `contact.${answer}` : null;
}

/** What the conversation knows already: the variable, something said before, or the contact's attribute. */
function toKnown(node: NodeView<Data>, view: View): Move | null {
  const { data } = node;
  if (!data.skipIfKnown) return null;
  if (isKnown(view.value(data.variable))) return { go: leave('answered') };
  const said = isSaidEarlier(data.answer) ? [view.state.words, ...view.state.said.toReversed()] : [];
  const { answer, variable, example } = data;
  for (const text of said) {
    const value = parseAnswer({ answer, variable, example, earlier: true }, { kind: 'text', text }, view);
    if (value !== null) return answered(data, value);
  }
  const attribute = contactAttribute(data.answer);
  const known = attribute === null ? undefined : view.value(attribute);
  return isKnown(known) ? { assign: { [data.variable]: known }, go: leave('answered') } : null;
}

/** A value that was emptied is asked for again. */
function isKnown(value: Value | undefined): value is Value {
  return value !== undefined && value !== '';
}
