import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type BotItem, botRoutes } from '../../../shared/api/bots.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';

const largestFile = 20 * 1024 * 1024;

/** Why a file was not imported. */
export type Refusal =
  | { type: 'unreadable'; file: string }
  | { type: 'too-large'; file: string }
  | { type: 'refused'; file: string; sentence: string; problems: { path: string; message: string }[] };

/** A file that was not imported; nothing of it was kept. */
export class ImportRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

/** Imports a bot file as a new bot: all of it, or none. */
export function useImport(onImported: (bot: BotItem) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: importFile,
    onSuccess: ({ bot }) => {
      void queries.invalidateQueries({ queryKey: ['bots'] });
      onImported(bot);
    },
  });
}

async function importFile(file: File) {
  if (file.size > largestFile) throw new ImportRefused({ type: 'too-large', file: file.name });
  const body = await readFile(file);
  try {
    return await call(botRoutes.botImport, { body });
  } catch (error) {
    throw error instanceof ApiProblem ? new ImportRefused(toRefusal(file.name, error)) : error;
  }
}

async function readFile(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text()) as unknown;
  } catch {
    throw new ImportRefused({ type: 'unreadable', file: file.name });
  }
}

function toRefusal(file: string, { sentence, problem }: ApiProblem): Refusal {
  const fromProblems = (problem?.problems ?? []).map(({ path, message }) => ({
    path: toPath(path),
    message,
  }));
  const fromErrors = (problem?.errors ?? []).map(({ path, message }) => ({ path, message }));
  return { type: 'refused', file, sentence, problems: fromProblems.length > 0 ? fromProblems : fromErrors };
}

/** `flows[0].nodes[3].data.text`, as people who open the file find it. */
function toPath(path: readonly (string | number)[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}
