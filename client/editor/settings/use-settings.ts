import type { Problem } from '../../../shared/checks/problem.ts';
import type { BotSettings } from '../../../shared/schema/bot-settings.ts';
import type { Path } from '../../../shared/schema/references.ts';
import { useDocument, usePerform, useView } from '../editor-context.ts';

/** One setting of the open bot. */
export function useSetting<Key extends keyof BotSettings>(key: Key): BotSettings[Key] {
  return useDocument(({ file }) => file.bot[key]);
}

/** Edits the settings; edits of the same `gesture` in a row are one undo. */
export function useEditSettings(): (edit: (bot: BotSettings) => void, gesture?: string) => void {
  const perform = usePerform();
  return (edit, gesture) => perform(({ bot }) => edit(bot), gesture);
}

/** What is wrong at a place of the settings, in a sentence; `path` begins below the bot. */
export type ErrorAt = (...path: Path) => string | undefined;

/** Gives the sentence to stand beside a field. Warnings are told too: they can be mended here as well. */
export function useErrorAt(): ErrorAt {
  const problems = useView((view) => view.problems);
  return (...path) => findProblem(problems, ['bot', ...path])?.message;
}

/** The first problem at the place or further in. */
export function findProblem(problems: readonly Problem[], path: Path): Problem | undefined {
  return problems.find((problem) => path.every((key, index) => problem.path[index] === key));
}
