import type { RehearsedStep } from '../../../shared/interpreter/rehearsal.ts';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import type { Effect } from '../../../shared/schema/effect.ts';
import type { Event } from '../../../shared/schema/event.ts';
import type { Handler } from '../../../shared/schema/message.ts';
import type { NodeRef } from '../../../shared/schema/state.ts';
import type { RuleName } from '../../../shared/schema/trace.ts';
import { formatValue } from '../../../shared/schema/value.ts';

export const tones = ['plain', 'person', 'waiting', 'failed'] as const;

/** One thing that happened, for a line of the transcript: `key` is a text of the area `simulator`. */
export interface Happening {
  key: string;
  values?: Record<string, string | number>;
  tone: (typeof tones)[number];
  /** The step it is about. */
  place?: NodeRef;
}

/**
 * What a step did, in the order in which a designer would tell it: how it was read, then what followed.
 * @param handler who answered when it began
 */
export function toHappenings(step: RehearsedStep, file: DraftFile, handler: Handler): Happening[] {
  return [
    ...toCause(step, file),
    ...(step.event.type === 'message' ? toUnread(step, handler) : []),
    ...toReading(step, file),
    ...step.effects.flatMap((effect) => toFollowing(effect, file)),
  ];
}

/** A message that the bot did not look at, and why. */
function toUnread({ trace, effects }: RehearsedStep, handler: Handler): Happening[] {
  if (handler !== 'bot') return [plain('bot-silent')];
  return trace.length === 0 && effects.length === 0 ? [plain('taken-later')] : [];
}

function toCause({ event, effects, trace }: RehearsedStep, file: DraftFile): Happening[] {
  const silent = effects.length === 0 && trace.length === 0;
  switch (event.type) {
    case 'start':
      return silent ? [plain('nothing-begins')] : [];
    case 'run-flow':
      return [plain('flow-run', { flow: toFlowName(file, event.flow) })];
    case 'start-survey':
      return [plain('survey-started', { name: event.name })];
    case 'named-event':
      return [plain(silent ? 'event-unheard' : 'event', { name: event.name })];
    case 'timer':
      return silent ? [] : [plain(toTimerKey(event.name))];
    case 'feedback':
      return [plain(event.value === 'up' ? 'thumb-up' : silent ? 'thumb-down-unheard' : 'thumb-down')];
    case 'http-result':
    case 'ticket-result':
      return [plain(event.ok ? 'call-worked' : 'call-failed')];
    default:
      return [];
  }
}

/** The text's key of a timer: 'rung.…' says that it has rung. */
export function toTimerKey(name: string): string {
  return `rung.${name.startsWith('inactivity:') ? 'inactivity' : name}`;
}

const rules: Record<RuleName, (step: RehearsedStep, file: DraftFile) => Happening[]> = {
  'request-for-person': (step) => [{ key: 'asked-for-person', tone: 'person', ...toPlace(step) }],
  clarified: toUnderstood,
  'valid-answer': () => [plain('answered')],
  interruption: (step, file) => [...toUnderstood(step, file), plain('interrupts')],
  'free-answer': () => [plain('answered')],
  'invalid-answer': () => [plain('not-an-answer')],
  'negative-feedback': (step, file) => [...toSignals(step), ...toUnderstoodFeedback(step, file)],
  'text-request': (step, file) => {
    const understood = toUnderstood(step, file);
    return [...toSignals(step), ...(understood.length > 0 ? understood : [plain('two-are-close')])];
  },
  miss: (step) => (toMissed(step) === 0 ? [plain('answered')] : []),
};

function toReading(step: RehearsedStep, file: DraftFile): Happening[] {
  const read = step.trace.flatMap((part) => (part.type === 'rule' ? rules[part.rule](step, file) : []));
  const misses = toMissed(step);
  // `ordinal` asks the texts for '1st', '2nd' instead of a count.
  return misses > 0 ? [...read, plain('missed', { count: misses, ordinal: 1 })] : read;
}

function toUnderstood(step: RehearsedStep, file: DraftFile): Happening[] {
  const { place } = toPlace(step);
  if (!place) return [];
  const score = step.event.type === 'message' ? toScore(step.event, place) : null;
  const name = toPhrase(file, place) ?? toFlowName(file, place.flow);
  return score === null
    ? [{ ...plain('understood', { name }), place }]
    : [{ ...plain('understood-by', { name, percent: Math.round(score * 100) }), place }];
}

function toUnderstoodFeedback(step: RehearsedStep, file: DraftFile): Happening[] {
  const { place } = toPlace(step);
  return place ? [{ ...plain('feedback-taken', { flow: toFlowName(file, place.flow) }), place }] : [];
}

function toSignals({ effects }: RehearsedStep): Happening[] {
  return effects.flatMap((effect) =>
    effect.type === 'record' && effect.record.what === 'signal'
      ? [plain(`signal.${effect.record.signal}`)]
      : [],
  );
}

function toMissed({ effects }: RehearsedStep): number {
  const misses = effects.flatMap((effect) =>
    effect.type === 'record' && effect.record.what === 'miss' ? [effect.record.misses] : [],
  );
  return misses.at(-1) ?? 0;
}

function toFollowing(effect: Effect, file: DraftFile): Happening[] {
  if (effect.type === 'notify') return toTold(effect, file);
  if (effect.type === 'remember')
    return [plain('remembered', { name: effect.name, value: formatValue(effect.value) })];
  if (effect.type === 'tag')
    return [
      ...effect.add.map((tag) => plain('tagged', { tag })),
      ...effect.remove.map((tag) => plain('untagged', { tag })),
    ];
  if (effect.type === 'handler') return toOwner(effect);
  if (effect.type !== 'record') return [];
  const { record } = effect;
  if (record.what === 'fault')
    return [
      {
        ...failed(`fault.${record.reason}`),
        ...(record.node !== '' && { place: { flow: record.flow, node: record.node } }),
      },
    ];
  return record.what === 'survey-answer'
    ? [plain('survey-answer', { value: formatValue(record.value) })]
    : [];
}

function toTold(effect: Extract<Effect, { type: 'notify' }>, file: DraftFile): Happening[] {
  const department = file.bot.departments.find(({ id }) => id === effect.department)?.name;
  const { emails } = file.bot.handoff.notify;
  return [
    {
      key:
        effect.what === 'escalation' ? 'agents-told-again' : department ? 'department-told' : 'agents-told',
      values: { department: department ?? '' },
      tone: 'person',
    },
    emails.length > 0
      ? { key: 'mail-sent', values: { emails: emails.join(', ') }, tone: 'person' }
      : plain('no-mail'),
  ];
}

function toOwner({ to, reason }: Extract<Effect, { type: 'handler' }>): Happening[] {
  if (to === 'queue') return [{ key: reason === 'handoff' ? 'waits' : `waits-${reason}`, tone: 'waiting' }];
  if (to === 'agent') return [{ key: reason === 'lent-back' ? 'agent-back' : 'agent-holds', tone: 'person' }];
  return [plain(reason === 'lent' ? 'bot-lent' : 'bot-answers')];
}

/** The step at which a flow began in this turn. */
function toPlace({ effects }: RehearsedStep): { place?: NodeRef } {
  const begun = effects.find((effect) => effect.type === 'record' && effect.record.what === 'trigger');
  if (begun?.type !== 'record' || begun.record.what !== 'trigger') return {};
  return { place: { flow: begun.record.flow, node: begun.record.node } };
}

function toScore(event: Extract<Event, { type: 'message' }>, { flow, node }: NodeRef): number | null {
  const found = event.reading?.candidates.find((one) => one.flow === flow && one.node === node);
  return found?.score ?? null;
}

function toPhrase(file: DraftFile, place: NodeRef): string | undefined {
  const flow = file.flows.find(({ id }) => id === place.flow);
  const phrases = flow?.nodes.find(({ id }) => id === place.node)?.data.phrases;
  return Array.isArray(phrases) && typeof phrases[0] === 'string' ? phrases[0] : undefined;
}

function toFlowName(file: DraftFile, id: string): string {
  return file.flows.find((flow) => flow.id === id)?.name ?? id;
}

function plain(key: string, values?: Happening['values']): Happening {
  return values ? { key, values, tone: 'plain' } : { key, tone: 'plain' };
}

function failed(key: string): Happening {
  return { key, tone: 'failed' };
}
