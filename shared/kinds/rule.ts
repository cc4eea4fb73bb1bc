import type { Value } from '../schema/value.ts';
import { formatValue } from '../schema/value.ts';
import { normalise } from '../text/normalise.ts';
import type { View } from './kind.ts';

export const ruleOps = [
  'is',
  'is-not',
  'contains',
  'known',
  'unknown',
  'greater',
  'less',
  'between',
  'one-of',
] as const;
export type RuleOp = (typeof ruleOps)[number];

/** A condition's smallest part. `value` is a list for `one-of`, and a pair for `between`. */
export interface Rule {
  subject: string;
  op: RuleOp;
  value?: string | number | boolean | (string | number)[] | undefined;
  department?: string | undefined;
}

/** The reserved words of conditions; no variable may be called so. */
export const reservedSubjects = [
  'channel',
  'language',
  'hours',
  'agents-online',
  'agents-free',
  'queue-length',
  'misses',
  'rating',
  'tag',
  'weekday',
  'time',
] as const;
export type ReservedSubject = (typeof reservedSubjects)[number];

type Subject = Value | readonly string[] | undefined;

const subjects: Record<ReservedSubject, (view: View, department: string) => Subject> = {
  channel: ({ state }) => state.channel,
  language: ({ state }) => state.language,
  hours: ({ facts }, department) => (toOf(facts.hours, department)?.open === false ? 'closed' : 'open'),
  'agents-online': ({ facts }, department) => toOf(facts.agents, department)?.online ?? 0,
  'agents-free': ({ facts }, department) => toOf(facts.agents, department)?.free ?? 0,
  'queue-length': ({ facts }, department) => toOf(facts.queue, department)?.length ?? 0,
  misses: ({ state }) => state.misses,
  rating: ({ state }) => state.rating ?? undefined,
  tag: ({ state }) => state.tags,
  weekday: ({ facts }) => facts.local.weekday,
  time: ({ facts }) => facts.local.time,
};

/** A fact by department; one that is not listed counts as the whole bot. */
export function toOf<Fact>(facts: Record<string, Fact>, department: string | null): Fact | undefined {
  return facts[department ?? ''] ?? facts[''];
}

/** Whether the rule holds now. An unknown subject fulfils only `unknown` and `is-not`. */
export function fulfils(rule: Rule, view: View): boolean {
  const subject = isReserved(rule.subject)
    ? subjects[rule.subject](view, rule.department ?? '')
    : view.value(rule.subject);
  return isList(subject) ? holdsForTags(rule, subject) : ops[rule.op](subject, rule.value);
}

function isList(subject: Subject): subject is readonly string[] {
  return Array.isArray(subject);
}

const reserved: ReadonlySet<string> = new Set(reservedSubjects);

export function isReserved(name: string): name is ReservedSubject {
  return reserved.has(name);
}

type Op = (subject: Value | undefined, value: Rule['value']) => boolean;

const isKnown: Op = (subject) => subject !== undefined && subject !== '';
const equals = (subject: Value | undefined, value: unknown): boolean =>
  subject !== undefined && value !== undefined && compare(subject, value) === 0;

const ops: Record<RuleOp, Op> = {
  is: equals,
  'is-not': (subject, value) => !equals(subject, value),
  contains: (subject, value) => isKnown(subject, value) && holds(toWords(subject), String(value ?? '')),
  known: isKnown,
  unknown: (subject, value) => !isKnown(subject, value),
  greater: (subject, value) => subject !== undefined && value !== undefined && compare(subject, value) > 0,
  less: (subject, value) => subject !== undefined && value !== undefined && compare(subject, value) < 0,
  between: (subject, value) => {
    if (subject === undefined || !Array.isArray(value)) return false;
    const [from, to] = value;
    if (from === undefined || to === undefined) return false;
    const afterFrom = compare(subject, from) >= 0;
    const beforeTo = compare(subject, to) <= 0;
    // Only a span of times may run backwards: from evening past midnight.
    return isTime(from) && isTime(to) && compare(from, to) > 0
      ? afterFrom || beforeTo
      : afterFrom && beforeTo;
  },
  'one-of': (subject, value) => Array.isArray(value) && value.some((item) => equals(subject, item)),
};

function holdsForTags(rule: Rule, tags: readonly string[]): boolean {
  if (rule.op === 'known') return tags.length > 0;
  if (rule.op === 'unknown') return tags.length === 0;
  if (rule.op === 'is-not') return !tags.some((tag) => equals(tag, rule.value));
  return tags.some((tag) => ops[rule.op](tag, rule.value));
}

/** Below, at or above zero; numbers by size, everything else (dates and times are ISO) as normalised text. */
function compare(subject: Value, value: unknown): number {
  if (subject === value) return 0;
  const left = toNumber(subject);
  const right = left === null ? null : toNumber(value);
  if (left !== null && right !== null) return left - right;
  const first = toComparable(toWords(subject));
  const second = toComparable(String(value));
  return first < second ? -1 : first > second ? 1 : 0;
}

function toComparable(text: string): string {
  // `9:00` comes before `10:00`.
  if (isTime(text)) return text.padStart('00:00'.length, '0');
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : normalise(text) || text;
}

/** Signs alone, such as 👍, have nothing left once normalised. */
function holds(words: string, part: string): boolean {
  const normal = normalise(part);
  return normal === '' ? words.includes(part.trim()) : normalise(words).includes(normal);
}

function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*[-+.,\dI][^:]*$/.test(value)) return null;
  const number = Number(value.replace(',', '.'));
  return Number.isNaN(number) ? null : number;
}

function toWords(value: Value | undefined): string {
  return value === undefined ? '' : formatValue(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d?\d:\d\d$/.test(value);
}
