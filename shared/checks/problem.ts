import { problems as bg } from '../locales/bg/problems.ts';
import { problems as en, type ProblemSentences } from '../locales/en/problems.ts';
import { problems as nl } from '../locales/nl/problems.ts';
import { problems as pl } from '../locales/pl/problems.ts';
import type { Path } from '../schema/references.ts';
import { localise, type Text } from '../text/localised.ts';
import { parseTemplate, renderTemplate } from '../text/template.ts';
import { catalogue, type ProblemCode, type SentenceKey, type Severity } from './catalogue.ts';

/** Something wrong with a bot, worded for a reader. `path` says where in the bot file. */
export interface Problem {
  code: ProblemCode;
  severity: Severity;
  path: Path;
  /** The id of the flow, and of the step in it, where the problem is in one. */
  flow?: string;
  node?: string;
  message: string;
}

/** A piece of a sentence: as it is, one of our own words, a text of the designer's, or a language's name. */
export type SentenceValue = string | number | { word: SentenceKey } | { text: Text } | { language: string };

/** A problem before it is worded. */
export interface Finding {
  code: ProblemCode;
  path: Path;
  values?: Record<string, SentenceValue>;
  /** A closer wording than the code's own. */
  wording?: SentenceKey;
}

const sentences: Readonly<Record<string, ProblemSentences>> = { en, nl, pl, bg };

/** Nobody reads more, and a hostile file must not keep the server busy wording what is wrong with it. */
const mostProblems = 500;

/** Words the first of the findings, in their order. */
export function toProblems(findings: readonly Finding[], file: unknown, language: string): Problem[] {
  return findings.slice(0, mostProblems).map((finding) => toProblem(finding, file, language));
}

/** Words a finding in the reader's language (English where we do not speak it). `file` names flows and steps. */
export function toProblem(finding: Finding, file: unknown, language: string): Problem {
  const { code, path, values = {}, wording = code } = finding;
  const words = sentences[language.toLowerCase().split('-')[0] ?? ''] ?? en;
  const message = renderTemplate(parseTemplate(words[wording]), (name) =>
    Object.hasOwn(values, name) ? toWords(values[name], words, language) : undefined,
  );
  return { code, severity: catalogue[code], path, ...toPlace(path, file), message };
}

function toWords(value: SentenceValue | undefined, words: ProblemSentences, language: string): string {
  if (typeof value !== 'object') return String(value ?? '');
  if ('word' in value) return words[value.word];
  return 'text' in value ? localise(value.text, language, 'en') : toLanguageName(value.language, language);
}

function toLanguageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language, 'en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function toPlace(path: Path, file: unknown): Pick<Problem, 'flow' | 'node'> {
  const [top, flowIndex, list, itemIndex] = path;
  if (top !== 'flows' || flowIndex === undefined) return {};
  const flow = toField(toField(file, 'flows'), flowIndex);
  const item =
    list === undefined || itemIndex === undefined ? undefined : toField(toField(flow, list), itemIndex);
  const flowId = toField(flow, 'id');
  const nodeId =
    list === 'nodes' ? toField(item, 'id') : list === 'edges' ? toField(item, 'source') : undefined;
  return {
    ...(typeof flowId === 'string' && { flow: flowId }),
    ...(typeof nodeId === 'string' && (list === 'nodes' || isNode(flow, nodeId)) && { node: nodeId }),
  };
}

function isNode(flow: unknown, id: string): boolean {
  const nodes = toField(flow, 'nodes');
  return Array.isArray(nodes) && nodes.some((node) => toField(node, 'id') === id);
}

/** The value at a key of anything; files that are being refused may have any shape. */
export function toField(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}
