import { z } from 'zod';
import type { Effect } from '../schema/effect.ts';
import { departmentReferenceSchema, minutesSchema, prioritySchema, textSchema } from '../schema/fields.ts';
import type { Option } from '../schema/message.ts';
import { parseBoolean } from '../text/answers/boolean.ts';
import { toChosen } from './choice.ts';
import { defineKind, type Input, leave, type Move, type NodeView, type View } from './kind.ts';
import { toOf } from './rule.ts';
import { say, toChoice, toText } from './say.ts';

const data = z.strictObject({
  consent: z.strictObject({ question: textSchema, accept: textSchema, decline: textSchema }).optional(),
  text: textSchema,
  variants: z.array(textSchema).max(20).optional(),
  department: departmentReferenceSchema.optional(),
  priority: prioritySchema,
  summary: z.union([textSchema, z.literal('')]).optional(),
  waitMinutes: minutesSchema.optional(),
});
type Data = z.output<typeof data>;

/** Hands the conversation over to people: consent, then hours and agents, then the words and the queue. */
export const handoffReply = defineKind({
  type: 'handoff-reply',
  family: 'people',
  trigger: false,
  data,
  defaults: () => ({ text: '', priority: 'normal' }),
  ports: (data) => [
    { id: 'declined', optional: data.consent === undefined },
    { id: 'closed' },
    { id: 'unavailable' },
    { id: 'timed-out', optional: true },
    { id: 'cancelled', optional: true },
    { id: 'resolved', optional: true },
  ],
  enter: (node, view) => {
    if (!node.data.consent || !view.facts.settings.handoff.enabled) return handOver(node, view);
    return {
      effects: askConsent(node, view),
      go: { type: 'wait', for: 'answer', style: 'options', memory: 'consent' },
    };
  },
  receive: (node, _open, input, view) => {
    const answer = toConsent(node, input, view);
    if (answer === null) return null;
    return answer === 'accept' ? handOver(node, view) : decline(node, view);
  },
  prompt: (node, _open, view) => askConsent(node, view),
  takesPersonRequest: true,
});

/** Judges hours and agents, then queues. Consent is behind it, or not asked. Also how a case is reopened. */
export function handOver(node: NodeView<Data>, view: View): Move {
  if (!view.facts.settings.handoff.enabled) return sayUnavailable(node, view);
  const department = node.data.department ?? null;
  const closed = toOf(view.facts.hours, department)?.open === false;
  if (closed && view.connected(node, 'closed')) return { go: leave('closed') };
  const online = toOf(view.facts.agents, department)?.online ?? 0;
  if (online === 0 && view.connected(node, 'unavailable')) return { go: leave('unavailable') };
  const text = view.render(view.pick(node, [node.data.text, ...(node.data.variants ?? [])]), department);
  return {
    varied: (node.data.variants ?? []).length > 0,
    effects: [say(node, toText(text), ...toAlternatives(view))],
    go: {
      type: 'queue',
      department,
      priority: node.data.priority,
      summary: node.data.summary ? view.render(node.data.summary, department) : '',
      waitMinutes: node.data.waitMinutes ?? view.facts.settings.handoff.waitMinutes,
    },
  };
}

function decline(node: NodeView<Data>, view: View): Move {
  const words = view.connected(node, 'declined') ? [] : [say(node, toText(view.stock('declined')))];
  return { effects: words, settles: true, go: leave('declined') };
}

/** With the handoff switched off the customer hears how else to get help, unless the drawing says it. */
function sayUnavailable(node: NodeView<Data>, view: View): Move {
  if (view.connected(node, 'unavailable')) return { go: leave('unavailable') };
  return {
    effects: [say(node, toText(view.stock('no-people')), ...toAlternatives(view))],
    go: leave('unavailable'),
  };
}

function toAlternatives(view: View): { type: 'link'; label: string; url: string }[] {
  return view.facts.settings.handoff.alternatives.map(({ label, url }) => ({
    type: 'link',
    label: view.render(label),
    url: view.render(url),
  }));
}

function askConsent(node: NodeView<Data>, view: View): Effect[] {
  const question = node.data.consent ? view.render(node.data.consent.question) : '';
  return [say(node, toText(question), toChoice(toOptions(node.data, view)))];
}

function toOptions({ consent }: Data, view: View): Option[] {
  if (!consent) return [];
  return [
    { id: 'accept', label: view.render(consent.accept) },
    { id: 'decline', label: view.render(consent.decline) },
  ];
}

function toConsent(node: NodeView<Data>, input: Input, view: View): 'accept' | 'decline' | null {
  const chosen = toChosen(input, toOptions(node.data, view));
  if (chosen !== null) return chosen === 'accept' ? 'accept' : 'decline';
  if (input.kind !== 'text') return null;
  // Asking for a person once more is a yes to the offer of one.
  if (view.reading?.person) return 'accept';
  const yes = parseBoolean(input.text);
  return yes === null ? null : yes ? 'accept' : 'decline';
}
