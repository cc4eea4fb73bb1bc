import type { DraftFile } from '../kinds/document.ts';
import { toBotIndex } from './bot-index.ts';
import { errorChecks, warningChecks } from './checks.ts';
import { type Problem, toProblems } from './problem.ts';
import { shape } from './shape.ts';

/**
 * Every problem of a bot that is being edited, errors first: what publishing would refuse, then what a
 * designer should know. Worded in `language`, English where Baton does not speak it.
 */
export function checkBot(file: DraftFile, language = 'en'): Problem[] {
  const bot = toBotIndex(file);
  const found = [shape, ...errorChecks, ...warningChecks].flatMap((check) => check(bot));
  return toProblems(found, file, language);
}
