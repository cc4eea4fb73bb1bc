import type { DraftFile } from '../../../shared/kinds/document.ts';
import type { ReservedSubject, RuleOp } from '../../../shared/kinds/rule.ts';
import { weekdays } from '../../../shared/lib/local-time.ts';
import { channels } from '../../../shared/schema/fields.ts';

/** How a subject's value is chosen and compared. */
export type SubjectType = 'text' | 'number' | 'date' | 'time' | 'boolean' | 'list' | 'state' | 'tag' | 'file';

export interface Subject {
  type: SubjectType;
  /** May be asked of one department. */
  byDepartment: boolean;
  /** The values to choose from, and the area of texts that words them; own words when left out. */
  values?: readonly string[];
  words?: 'channel' | 'weekday' | 'hours' | 'language';
}

const opsByType: Record<SubjectType, readonly RuleOp[]> = {
  text: ['is', 'is-not', 'contains', 'one-of', 'known', 'unknown'],
  number: ['is', 'is-not', 'greater', 'less', 'between', 'known', 'unknown'],
  date: ['is', 'less', 'greater', 'between', 'known', 'unknown'],
  time: ['between', 'less', 'greater'],
  boolean: ['is', 'known', 'unknown'],
  list: ['is', 'is-not', 'one-of', 'known', 'unknown'],
  state: ['is'],
  tag: ['is', 'is-not', 'contains', 'one-of'],
  file: ['known', 'unknown'],
};

const always: readonly RuleOp[] = ['known', 'unknown'];

const reserved: Record<ReservedSubject, Subject> = {
  channel: { type: 'list', byDepartment: false, values: channels, words: 'channel' },
  language: { type: 'list', byDepartment: false, words: 'language' },
  hours: { type: 'state', byDepartment: true, values: ['open', 'closed'], words: 'hours' },
  'agents-online': { type: 'number', byDepartment: true },
  'agents-free': { type: 'number', byDepartment: true },
  'queue-length': { type: 'number', byDepartment: true },
  misses: { type: 'number', byDepartment: false },
  rating: { type: 'number', byDepartment: false },
  tag: { type: 'tag', byDepartment: false },
  weekday: { type: 'list', byDepartment: false, values: weekdays, words: 'weekday' },
  time: { type: 'time', byDepartment: false },
};

const builtIns: Readonly<Record<string, SubjectType>> = {
  'queue.position': 'number',
  'queue.wait_minutes': 'number',
  'now.date': 'date',
  'now.time': 'time',
};

/** What may be asked about a subject: a reserved word, a declared variable or a built-in one. */
export function toSubject(name: string, bot: DraftFile['bot']): Subject {
  if (name === 'language') return { ...reserved.language, values: bot.languages };
  if (Object.hasOwn(reserved, name)) return reserved[name as ReservedSubject];
  const variable = bot.variables.find((item) => item.name === name);
  if (!variable) return { type: builtIns[name] ?? 'text', byDepartment: false };
  if (variable.type === 'choice')
    return { type: 'list', byDepartment: false, values: variable.options ?? [] };
  return { type: variable.type, byDepartment: false };
}

/** The comparisons that make sense for a subject; what is always known is not asked whether it is. */
export function toOps(name: string, bot: DraftFile['bot']): readonly RuleOp[] {
  const ops = opsByType[toSubject(name, bot).type];
  const isCertain = Object.hasOwn(reserved, name) && name !== 'rating';
  return isCertain ? ops.filter((op) => !always.includes(op)) : ops;
}

/** Whether a comparison needs a value, a pair or a list. */
export function toArity(op: RuleOp): 'none' | 'one' | 'pair' | 'list' {
  if (op === 'known' || op === 'unknown') return 'none';
  if (op === 'between') return 'pair';
  return op === 'one-of' ? 'list' : 'one';
}
