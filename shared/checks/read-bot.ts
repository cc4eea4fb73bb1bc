import { type BotFile, botFileSchema, type DraftFile, draftFileSchema } from '../kinds/document.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { currentFormat } from '../schema/flow.ts';
import { isNewerFormat, migrateBotFile } from '../schema/migrations.ts';
import { toBotIndex } from './bot-index.ts';
import { errorChecks } from './checks.ts';
import { type Finding, type Problem, toProblems } from './problem.ts';
import { toShapeFindings } from './shape.ts';

/**
 * Reads a bot file of this format or an older one. Strictly: complete and sound, or refused with every
 * error, its path in the document and what to do. As a draft: refused only for its shape and types.
 * Sentences are in `language`, English where Baton does not speak it.
 */
export function readBot(input: unknown, mode: 'strict', language?: string): Result<BotFile, Problem[]>;
export function readBot(input: unknown, mode: 'draft', language?: string): Result<DraftFile, Problem[]>;
export function readBot(
  input: unknown,
  mode: 'strict' | 'draft',
  language = 'en',
): Result<BotFile | DraftFile, Problem[]> {
  const refuse = (findings: Finding[]) => err(toProblems(findings, input, language));
  const wrongFormat = toFormatFinding(input);
  if (wrongFormat) return refuse([wrongFormat]);
  const file = migrateBotFile(input as Record<string, unknown>);
  const draft = draftFileSchema.safeParse(file);
  if (mode === 'draft')
    return draft.success ? ok(draft.data) : refuse(toShapeFindings(draft.error.issues, file));
  const { draft: _, ...complete } = file;
  const strict = botFileSchema.safeParse(complete);
  const findings = [
    ...(strict.success ? [] : toShapeFindings(strict.error.issues, complete)),
    ...(draft.success ? toErrors(draft.data) : []),
  ];
  return strict.success && findings.length === 0 ? ok(strict.data) : refuse(findings);
}

/** A file to import, which says itself whether it is a draft (`"draft": true`). */
export function readImport(input: unknown, language?: string): Result<BotFile | DraftFile, Problem[]> {
  const isDraft = isRecord(input) && input.draft === true;
  return isDraft ? readBot(input, 'draft', language) : readBot(input, 'strict', language);
}

function toErrors(file: DraftFile): Finding[] {
  const bot = toBotIndex(file);
  return errorChecks.flatMap((check) => check(bot));
}

function toFormatFinding(input: unknown): Finding | null {
  if (!isRecord(input) || typeof input.format !== 'string') return { code: 'not-a-bot-file', path: [] };
  const values = { format: input.format.slice(0, 60) };
  if (isNewerFormat(input.format)) return { code: 'newer-format', path: ['format'], values };
  const known = migrateBotFile({ format: input.format }).format === currentFormat;
  return known ? null : { code: 'unknown-format', path: ['format'], values };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
