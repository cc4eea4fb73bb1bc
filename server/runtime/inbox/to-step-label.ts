import type { CompiledNode, Release } from '../../../shared/graph/compile.ts';
import { localise, type Text } from '../../../shared/text/localised.ts';

/** As long as a label may get, its ellipsis included. */
const longest = 80;
/** Where the kinds keep the words that tell one step from another of its kind, those that tell most first. */
const wordFields = ['prompt', 'question', 'text', 'label', 'subject', 'phrases', 'name'] as const;
const listFields = ['branches', 'add', 'remove'] as const;

interface Named {
  /** The language of the conversation. */
  language: string;
  flowNames: ReadonlyMap<string, string>;
}

/** A step in the words of its drawing, on one line, or nothing where it has none of its own. */
export function toStepLabel(
  { data }: Pick<CompiledNode, 'data'>,
  release: Release,
  { language, flowNames }: Named,
): { label?: string } {
  const fields = (data ?? {}) as Readonly<Record<string, unknown>>;
  const fallback = release.settings.languages[0] ?? language;
  const read = (value: unknown) => toPlain(toWords(value, language, fallback), release);
  const called = typeof fields.flow === 'string' ? flowNames.get(fields.flow) : undefined;
  const own = wordFields.map((field) => read(fields[field])).find((words) => words !== '');
  const listed = listFields.map((field) => toList(fields[field], read)).find((words) => words !== '');
  const variable = typeof fields.variable === 'string' ? toVariable(fields.variable, release) : '';
  const label = shorten(own ?? called ?? listed ?? variable);
  return label === '' ? {} : { label };
}

/** A text, or the first of several phrases. */
function toWords(value: unknown, language: string, fallback: string): string {
  const text: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof text === 'string') return text;
  return typeof text === 'object' && text !== null ? localise(text as Text, language, fallback) : '';
}

function toList(value: unknown, read: (value: unknown) => string): string {
  if (!Array.isArray(value)) return '';
  return value
    .map((item: unknown) => read(typeof item === 'object' && item && 'label' in item ? item.label : item))
    .filter((words) => words !== '')
    .join(' · ');
}

/** Without line breaks, and with variables by their labels. */
function toPlain(text: string, release: Release): string {
  return release
    .template(text)
    .map((part) => (typeof part === 'string' ? part : `‹${toVariable(part.variable, release)}›`))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function toVariable(name: string, release: Release): string {
  return release.variables.get(name)?.label || name;
}

function shorten(text: string): string {
  if (text.length <= longest) return text;
  // Cut between whole characters: half of an emoji is none.
  let short = '';
  for (const character of text) {
    if (short.length + character.length >= longest) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
