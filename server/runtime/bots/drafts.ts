import { z } from 'zod';
import type { Draft, DraftPatch } from '../../../shared/api/bots.ts';
import { checkBot } from '../../../shared/checks/check-bot.ts';
import type { Problem } from '../../../shared/checks/problem.ts';
import { readBot } from '../../../shared/checks/read-bot.ts';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { TextLanguage } from '../../http/text-language.ts';
import { texts } from '../../http/texts.ts';
import type { ClientCallRecord } from '../../store/records.ts';
import type { Done, DraftSave } from '../../store/store.ts';
import type { RuntimeDeps } from '../deps.ts';
import { applyChanges } from './apply-changes.ts';

/** The draft of a bot and its revision; 404 where there is no such bot. */
export async function readDraft({ store }: Pick<RuntimeDeps, 'store'>, id: string): Promise<Draft> {
  const draft = await store.bots.readDraft(id);
  if (!draft) throw new HttpProblem(404, 'no-bot');
  return draft;
}

/** Makes all changes or none, as the next revision. 409 on a stale base, 422 where the result is no draft. */
export async function changeDraft(
  deps: Pick<RuntimeDeps, 'store' | 'clock'>,
  id: string,
  { base, changes }: DraftPatch,
  by: { name: string; language: TextLanguage },
): Promise<{ revision: number }> {
  const draft = await readDraft(deps, id);
  if (draft.revision !== base) throw toStale(base, draft);
  const changed = applyChanges(draft.file, changes);
  if (!changed.ok) {
    const place = {
      path: `body.changes[${changed.at}].path`,
      code: 'leads-nowhere',
      message: texts[by.language].issues['leads-nowhere'],
    };
    throw new HttpProblem(422, 'change-refused', { with: { errors: [place] } });
  }
  const read = readBot(changed.file, 'draft', by.language);
  if (!read.ok) throw new HttpProblem(422, 'change-refused', { with: { errors: toErrors(read.error) } });
  const file = read.value;
  await saveDraft(deps, id, { base, file, name: file.bot.name, changes, by: by.name, at: deps.clock.now() });
  return { revision: base + 1 };
}

/** Replaces the whole draft; `repeated` where the call was made before. */
export async function replaceDraft(
  deps: Pick<RuntimeDeps, 'store'>,
  id: string,
  replacement: Pick<DraftSave, 'base' | 'by' | 'at'> & { file: DraftFile },
  call: ClientCallRecord | null,
): Promise<Done> {
  const changes = [{ op: 'replace', path: [] }];
  return saveDraft(deps, id, { ...replacement, name: replacement.file.bot.name, changes }, call);
}

async function saveDraft(
  deps: Pick<RuntimeDeps, 'store'>,
  id: string,
  save: DraftSave,
  call: ClientCallRecord | null = null,
): Promise<Done> {
  const done = await deps.store.bots.saveDraft(id, save, call);
  if (done === 'stale') throw toStale(save.base, await readDraft(deps, id));
  return done;
}

/** The draft's problems, in the reader's language. */
export async function checkDraft(
  deps: Pick<RuntimeDeps, 'store'>,
  id: string,
  language: string,
): Promise<{ problems: Problem[] }> {
  const { file } = await readDraft(deps, id);
  const read = readBot(file, 'draft', language);
  return { problems: read.ok ? checkBot(read.value, language) : read.error };
}

function toStale(base: number, current: Draft): HttpProblem {
  return new HttpProblem(409, 'stale-draft', {
    with: { base, current: { revision: current.revision, file: current.file } },
  });
}

/** Problems of a bot file as errors of the call's body. */
export function toErrors(problems: readonly Problem[]): { path: string; code: string; message: string }[] {
  return problems
    .slice(0, 200)
    .map(({ path, code, message }) => ({ path: z.core.toDotPath(path), code, message }));
}
