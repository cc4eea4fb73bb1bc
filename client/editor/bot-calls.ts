import { queryOptions } from '@tanstack/react-query';
import { botRoutes, type DraftChange } from '../../shared/api/bots.ts';
import { type DraftFile, draftFileSchema } from '../../shared/kinds/document.ts';
import { ApiProblem, toSentence } from '../api/api-problem.ts';
import { call } from '../api/call.ts';
import type { SaveAnswer } from './document/autosave.ts';

/** All bots; archived ones too where asked. */
export const botsQuery = (archived = false) =>
  queryOptions({
    queryKey: ['bots', { archived }],
    queryFn: async ({ signal }) =>
      (await call(botRoutes.botList, { query: archived ? { archived: '1' } : {}, signal })).bots,
  });

/** One bot as the list shows it. */
export const botQuery = (id: string) =>
  queryOptions({
    queryKey: ['bots', id],
    queryFn: async ({ signal }) => (await call(botRoutes.botRead, { params: { id }, signal })).bot,
  });

/** The releases of a bot, newest first. */
export const releasesQuery = (id: string) =>
  queryOptions({
    queryKey: ['bots', id, 'releases'],
    queryFn: async ({ signal }) => (await call(botRoutes.releaseList, { params: { id }, signal })).releases,
  });

/** The flows of a bot's draft by name, without opening it. */
export const flowNamesQuery = (id: string) =>
  queryOptions({
    queryKey: ['bots', id, 'flows'],
    queryFn: async ({ signal }) => {
      const { file } = await call(botRoutes.draftRead, { params: { id }, signal });
      return draftFileSchema
        .parse(file)
        .flows.map((flow) => ({ id: flow.id, name: flow.name, steps: flow.nodes.length }));
    },
  });

export interface OpenDraft {
  revision: number;
  file: DraftFile;
}

const leaving = new Map<string, Promise<unknown>>();

/** Lets the next reading of the draft wait for a save that is still under way. */
export function holdDraft(bot: string, save: Promise<unknown>): void {
  leaving.set(bot, save);
  void save.finally(() => {
    if (leaving.get(bot) === save) leaving.delete(bot);
  });
}

/** The draft to edit; read anew whenever the bot is opened, never behind the designer's back. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['bots', id, 'draft'],
    queryFn: async ({ signal }): Promise<OpenDraft> => {
      await leaving.get(id);
      const { revision, file } = await call(botRoutes.draftRead, { params: { id }, signal });
      return { revision, file: draftFileSchema.parse(file) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** Saves changes of a draft, and tells what became of it. */
export async function saveDraft(id: string, base: number, changes: DraftChange[]): Promise<SaveAnswer> {
  try {
    const { revision } = await call(botRoutes.draftPatch, { params: { id }, body: { base, changes } });
    return { type: 'saved', revision };
  } catch (error) {
    return toAnswer(error);
  }
}

function toAnswer(error: unknown): SaveAnswer {
  if (!(error instanceof ApiProblem)) return { type: 'refused', sentence: toSentence(error) };
  const current = error.problem?.current;
  if (error.status === 409 && current) {
    const file = draftFileSchema.safeParse(current.file);
    if (file.success) return { type: 'conflict', revision: current.revision, file: file.data };
  }
  const worthRetrying = error.status === 0 || error.status === 429 || error.status >= 500;
  return { type: worthRetrying ? 'failed' : 'refused', sentence: error.sentence };
}
