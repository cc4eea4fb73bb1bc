import type { BotItem } from '../../../shared/api/bots.ts';
import { readImport } from '../../../shared/checks/read-bot.ts';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Client } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Keep } from '../keyed-calls.ts';
import { createBotOnce } from './create-bot.ts';
import { makeDepartments, mapDepartments } from './departments.ts';
import { replaceDraft, toErrors } from './drafts.ts';
import { countMonth, requireBot, toBotItem } from './to-bot-item.ts';

/** What a bot's call answers. */
export interface BotAnswer {
  bot: BotItem;
}

interface Import {
  body: unknown;
  query: { slug?: string | undefined; replaces?: string | undefined };
  caller: { name: string };
  client: Client;
}

/** Keeps an imported file, whole or not at all, as a new bot or as the draft of one that is there. */
export async function importBot(
  deps: RuntimeDeps,
  { body, query, caller, client }: Import,
  keep: Keep<BotAnswer>,
): Promise<BotAnswer | 'repeated'> {
  const read = readImport(body, client.language);
  if (!read.ok)
    throw new HttpProblem(422, 'bot-file-refused', {
      with: { errors: toErrors(read.error), problems: read.error },
    });
  const file = mapDepartments(read.value as DraftFile, await deps.store.desk.departments());
  const done =
    query.replaces === undefined
      ? await keepNewBot(deps, file, query.slug, keep)
      : await replace(deps, query.replaces, file, caller.name, keep);
  if (done !== 'repeated') await makeDepartments(deps.store, file);
  return done;
}

/** Keeps a file as a new bot's draft. */
export async function keepNewBot(
  deps: RuntimeDeps,
  file: DraftFile,
  slug: string | undefined,
  keep: Keep<BotAnswer>,
): Promise<BotAnswer | 'repeated'> {
  const made = await createBotOnce(deps, file, slug, async (bot) =>
    keep({ bot: await toBotItem(deps, bot, file) }),
  );
  return made === 'repeated' ? made : { bot: await toBotItem(deps, made, file) };
}

async function replace(
  deps: RuntimeDeps,
  id: string,
  imported: DraftFile,
  by: string,
  keep: Keep<BotAnswer>,
): Promise<BotAnswer | 'repeated'> {
  const before = await requireBot(deps.store, id);
  const { draft: _, ...file } = imported;
  const [base, at, { name }] = [before.draftRevision, deps.clock.now(), file.bot];
  const bot = { ...before, name, draftRevision: base + 1, draftChangedAt: at, draftAhead: true };
  const counts = await countMonth(deps, at);
  const answer = { bot: await toBotItem(deps, bot, file, counts.get(id)) };
  const done = await replaceDraft(deps, id, { base, by, at, file }, keep(answer));
  return done === 'repeated' ? done : answer;
}
