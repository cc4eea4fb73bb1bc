import { z } from 'zod';
import type { Problem } from '../../shared/api/problem.ts';
import type { HttpTexts, IssueCode } from '../../shared/locales/en/http.ts';
import type { TextLanguage } from './text-language.ts';
import { fill, texts } from './texts.ts';

type FieldError = NonNullable<Problem['errors']>[number];
type Issue = z.core.$ZodIssue;
type Values = Record<string, string | number>;

const mostErrors = 50;

/** What validation found, in the caller's language; `place` begins each path, as in `body.text`. */
export function toFieldErrors(
  error: z.ZodError,
  input: unknown,
  place: 'params' | 'query' | 'body',
  language: TextLanguage,
): FieldError[] {
  return error.issues
    .slice(0, mostErrors)
    .flatMap((issue) => toErrors(issue, input, texts[language]))
    .map(({ path, code, message }) => ({
      path: z.core.toDotPath([place, ...path]),
      code,
      message,
    }))
    .slice(0, mostErrors);
}

interface Located {
  readonly path: PropertyKey[];
  readonly code: IssueCode;
  readonly message: string;
}

function toErrors(issue: Issue, input: unknown, text: HttpTexts): Located[] {
  const at = (code: IssueCode, values?: Values, path = issue.path): Located => ({
    path,
    code,
    message: fill(text.issues[code], values),
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, mostErrors)
        .map((key) => at('unknown-field', { keys: key }, [...issue.path, key]));
    case 'invalid_type':
      return [
        valueAt(input, issue.path) === undefined
          ? at('required')
          : at('wrong-type', { expected: toTypeName(issue.expected, text) }),
      ];
    case 'invalid_value':
      return [
        valueAt(input, issue.path) === undefined
          ? at('required')
          : at('one-of-values', { values: issue.values.map(String).join(', ') }),
      ];
    case 'too_small':
      return [at(toSmallCode(issue), { minimum: Number(issue.minimum) })];
    case 'too_big':
      return [at(toBigCode(issue.origin), { maximum: Number(issue.maximum) })];
    case 'invalid_format':
      return [at(toFormatCode(issue.format))];
    case 'custom':
      return [at(issue.params?.code === 'one-of' ? 'one-of' : 'invalid')];
    default:
      return [at('invalid')];
  }
}

function toSmallCode(issue: z.core.$ZodIssueTooSmall): IssueCode {
  if (issue.origin === 'string') return issue.minimum === 1 ? 'empty' : 'too-short';
  return isList(issue.origin) ? 'too-few' : 'too-small';
}

function toBigCode(origin: string): IssueCode {
  if (origin === 'string') return 'too-long';
  return isList(origin) ? 'too-many' : 'too-big';
}

function isList(origin: string): boolean {
  return origin === 'array' || origin === 'set' || origin === 'map';
}

function toTypeName(expected: string, text: HttpTexts): string {
  const names: Readonly<Record<string, string>> = text.types;
  return Object.hasOwn(names, expected) ? (names[expected] ?? expected) : expected;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function toFormatCode(format: string): IssueCode {
  if (format === 'email') return 'email';
  return format === 'guid' || format === 'uuid' ? 'uuid' : 'format';
}
