import type { z } from 'zod';
import { botFileSchema } from '../kinds/document.ts';
import { problems as wordings } from '../locales/en/problems.ts';
import type { Path } from '../schema/references.ts';
import type { BotIndex } from './bot-index.ts';
import { isProblemCode, type SentenceKey } from './catalogue.ts';
import { type Finding, toField } from './problem.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;
/** What an issue becomes; its path and the value that stands there are known. */
type ToFindings<I extends Issue> = (issue: I, path: Path, value: unknown) => Finding[];

/** What the strict schema says of a bot that is being edited. */
export function shape({ file }: BotIndex): Finding[] {
  const { draft: _, ...complete } = file;
  const read = botFileSchema.safeParse(complete);
  return read.success ? [] : toShapeFindings(read.error.issues, complete);
}

/** The findings behind what zod says of `input`, each at its exact place. */
export function toShapeFindings(issues: readonly Issue[], input: unknown): Finding[] {
  return issues.flatMap((issue) => toFindings(issue, [], input));
}

const byCode: { [Code in Issue['code']]: ToFindings<IssueOf<Code>> } = {
  invalid_type: ({ expected }, path, value) => {
    if (expected === 'int' && typeof value === 'number') return [{ code: 'not-whole', path }];
    return [toWrongType(path, value, toTypeWord(expected))];
  },
  invalid_value: ({ values }, path, value) => [toNotAllowed(path, value, values.map(String))],
  invalid_format: ({ format, message }, path, value) => {
    if (format === 'date') return [{ code: 'a-date', path, values: { value: toShown(value) } }];
    if (format === 'email') return [{ code: 'an-email', path, values: { value: toShown(value) } }];
    return [toNamed(message, path, value)];
  },
  custom: ({ message }, path, value) => [toNamed(message, path, value)],
  unrecognized_keys: ({ keys }, path) =>
    keys.map((key) => ({ code: 'unknown-field', path: [...path, key], values: { field: key } })),
  too_small: ({ origin, minimum, inclusive }, path) => {
    const limit = Number(minimum);
    if (origin === 'string') return [{ code: 'too-short', path, values: { limit } }];
    if (origin === 'array') return [{ code: 'too-few', path, values: { limit } }];
    return [{ code: inclusive === false ? 'not-above' : 'too-low', path, values: { limit } }];
  },
  too_big: ({ origin, maximum }, path) => {
    const limit = Number(maximum);
    const code = origin === 'string' ? 'too-long' : origin === 'array' ? 'too-many' : 'too-high';
    return [{ code, path, values: { limit } }];
  },
  invalid_union: (issue, path, value) => {
    if ('discriminator' in issue && issue.discriminator === 'type')
      return [toUnknownType(issue, path, value)];
    // A value meant as one of the union's forms is refused by that form further in, not for its type.
    const meant = issue.errors.find(
      (branch) => !branch.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
    );
    if (meant) return meant.flatMap((inner) => toFindings(inner, path, value));
    return [toWrongType(path, value, 'type.text')];
  },
  invalid_key: ({ issues }, path) => {
    const message = issues[0]?.message ?? '';
    return [toNamed(message, path, path.at(-1))];
  },
  invalid_element: (_issue, path) => [{ code: 'wrong-form', path }],
  not_multiple_of: (_issue, path) => [{ code: 'not-whole', path }],
};

function toFindings(issue: Issue, base: Path, root: unknown): Finding[] {
  const inner = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const value = inner.reduce<unknown>(toField, root);
  const path = [...base, ...inner];
  if (isMissing(issue, value)) return [toMissing(path)];
  return (byCode[issue.code] as ToFindings<Issue>)(issue, path, value);
}

/** Nothing at all, or an empty text where there has to be one. */
function isMissing(issue: Issue, value: unknown): boolean {
  if (issue.code === 'unrecognized_keys' || issue.code === 'invalid_key') return false;
  if (issue.code === 'custom') return value === '';
  return value === undefined || value === '';
}

function toMissing(path: Path): Finding {
  // The last key of a localised text is a language; the field is the one before it.
  const names = path
    .filter((key) => typeof key === 'string')
    .slice(-2)
    .toReversed();
  const field = names.find((name) => isWording(`missing-value.${name}`)) ?? names[0] ?? '';
  const wording = `missing-value.${field}`;
  return { code: 'missing-value', path, values: { field }, ...(isWording(wording) && { wording }) };
}

function isWording(key: string): key is SentenceKey {
  return Object.hasOwn(wordings, key);
}

function toNamed(message: string, path: Path, value: unknown): Finding {
  return { code: isProblemCode(message) ? message : 'wrong-form', path, values: { value: toShown(value) } };
}

function toUnknownType(issue: Issue, path: Path, value: unknown): Finding {
  const allowed = 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : '';
  return { code: 'unknown-node-type', path, values: { type: toShown(value), allowed } };
}

function toNotAllowed(path: Path, value: unknown, allowed: string[]): Finding {
  return { code: 'not-allowed', path, values: { value: toShown(value), allowed: allowed.join(', ') } };
}

function toWrongType(path: Path, value: unknown, expected: SentenceKey): Finding {
  const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return {
    code: 'wrong-type',
    path,
    values: { found: { word: toTypeWord(found) }, expected: { word: expected } },
  };
}

const typeWords: Readonly<Record<string, SentenceKey>> = {
  string: 'type.string',
  number: 'type.number',
  int: 'type.number',
  boolean: 'type.boolean',
  array: 'type.array',
  tuple: 'type.array',
  object: 'type.object',
  record: 'type.object',
  null: 'type.null',
};

function toTypeWord(type: string): SentenceKey {
  return typeWords[type] ?? 'type.other';
}

/** A value as it may stand in a sentence: short, and never a whole document. */
function toShown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
