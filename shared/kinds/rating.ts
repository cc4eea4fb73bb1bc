import { z } from 'zod';
import type { Effect, Observation } from '../schema/effect.ts';
import { textSchema, writtenVariableSchema } from '../schema/fields.ts';
import { parseRating } from '../text/answers/rating.ts';
import { ratingRanges, ratingScales } from '../text/rating-scale.ts';
import { defineKind, type Input, leave, type Move, type NodeView, type View } from './kind.ts';
import { say, toChoice, toText } from './say.ts';

const data = z.strictObject({
  variable: writtenVariableSchema,
  question: textSchema,
  scale: z.enum(ratingScales),
  lowUpTo: z.number().min(0).max(10).optional(),
  comment: z.boolean().optional(),
});
type Data = z.output<typeof data>;

const skip = 'skip';

/** Asks for a rating and, with `comment`, for a few words about it. Either may be skipped. */
export const rating = defineKind({
  type: 'rating',
  family: 'ask',
  trigger: false,
  data,
  defaults: () => ({ question: '', scale: 'stars', comment: false }),
  ports: () => [{ id: 'low' }, { id: 'next' }, { id: 'skipped', optional: true }],
  enter: (node, view) => ({
    effects: askRating(node, view),
    go: { type: 'wait', for: 'answer', style: 'options', memory: null },
  }),
  receive: (node, open, input, view) =>
    typeof open.memory === 'number'
      ? takeComment(node, open.memory, input, view)
      : takeRating(node, input, view),
  // Whoever writes of something else has skipped the rating.
  refuse: (node, _open, view) => (view.connected(node, 'skipped') ? { go: leave('skipped') } : null),
  prompt: (node, open, view) =>
    typeof open.memory === 'number' ? askComment(node, view) : askRating(node, view),
});

function takeRating(node: NodeView<Data>, input: Input, view: View): Move | null {
  if (input.kind === 'choice' && input.option === skip) return { go: leave('skipped') };
  const value = toRating(node.data, input);
  if (value === null) return null;
  const given = { assign: { [node.data.variable]: value }, rating: value };
  const comment = input.kind === 'rating' ? (input.comment?.trim() ?? '') : '';
  if (node.data.comment && comment === '') {
    return {
      ...given,
      effects: [...record(node, value, null, view), ...askComment(node, view)],
      go: { type: 'wait', for: 'answer', style: 'free', memory: value },
    };
  }
  return { ...given, ...toEnd(node, value, view), effects: record(node, value, comment || null, view) };
}

function takeComment(node: NodeView<Data>, value: number, input: Input, view: View): Move | null {
  if (input.kind === 'rating') return takeRating(node, input, view);
  const skipped = input.kind === 'choice' && input.option === skip;
  const words = input.kind === 'text' ? input.text.trim() : '';
  const said = !skipped && words !== '';
  return { ...toEnd(node, value, view), effects: said ? record(node, value, words, view) : [] };
}

function toRating(data: Data, input: Input): number | null {
  if (input.kind === 'text') return parseRating(input.text, data.scale);
  if (input.kind !== 'rating' || !Number.isInteger(input.value)) return null;
  const { min, max } = ratingRanges[data.scale];
  return input.value >= min && input.value <= max ? input.value : null;
}

function toEnd(node: NodeView<Data>, value: number, view: View): Pick<Move, 'go' | 'signal'> {
  if (value > (node.data.lowUpTo ?? ratingRanges[node.data.scale].lowUpTo)) return { go: leave('next') };
  return { go: leave('low'), ...(!view.connected(node, 'low') && { signal: 'low-rating' as const }) };
}

function askRating(node: NodeView<Data>, view: View): Effect[] {
  const scale = { type: 'rating' as const, scale: node.data.scale };
  return [
    say(
      node,
      toText(view.render(node.data.question)),
      scale,
      toChoice([{ id: skip, label: view.stock('skip') }]),
    ),
  ];
}

function askComment(node: NodeView<Data>, view: View): Effect[] {
  return [
    say(node, toText(view.stock('rating-comment')), toChoice([{ id: skip, label: view.stock('skip') }])),
  ];
}

function record(node: NodeView<Data>, value: number, comment: string | null, view: View): Effect[] {
  const survey = view.state.survey?.name ?? null;
  const answer: Observation = {
    what: 'survey-answer',
    survey,
    variable: node.data.variable,
    value,
    comment,
    flow: node.flow,
    node: node.node,
  };
  return [{ type: 'record', record: answer }];
}
