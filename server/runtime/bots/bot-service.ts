import type { BotChange, Release } from '../../../shared/api/bots.ts';
import { readBot, readImport } from '../../../shared/checks/read-bot.ts';
import type { BotFile, DraftFile } from '../../../shared/kinds/document.ts';
import { currentFormat } from '../../../shared/schema/flow.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { BotService, Client } from '../../services.ts';
import type { BotRecord, ReleaseRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import { createBot } from './create-bot.ts';
import { makeDepartments, mapDepartments } from './departments.ts';
import { changeDraft, checkDraft, readDraft, replaceDraft, toErrors } from './drafts.ts';
import { publishBot } from './publish-bot.ts';
import { readBotItem, requireBot, toBotItems } from './to-bot-item.ts';

/** What designers may do. */
export function createBotService(deps: RuntimeDeps): BotService {
  const { store, clock } = deps;
  const answer = (id: string) => readBotItem(deps, id, clock.now());
  return {
    botList: async (call) => ({
      bots: await toBotItems(deps, await store.bots.list(call.query.archived ?? false), clock.now()),
    }),
    botCreate: async (call) => {
      const { name, slug, languages = [call.client.language] } = call.body;
      return answer(await createBot(deps, toNewFile(name, languages, call.client), slug));
    },
    botImport: async (call) =>
      answer(await importFile(deps, call.body, call.query, call.caller.name, call.client)),
    botRead: (call) => answer(call.params.id),
    botChange: async (call) => {
      await changeBot(deps, call.params.id, call.body);
      return answer(call.params.id);
    },
    botDelete: async (call) => {
      const { bot } = await answer(call.params.id);
      const { waiting, live } = bot.conversations;
      if (waiting + live > 0) throw new HttpProblem(409, 'bot-in-use');
      await store.bots.change(bot.id, { archivedAt: clock.now() });
      return undefined;
    },
    botRestore: async (call) => {
      const { id, slug } = await requireBot(store, call.params.id);
      if ((await store.bots.change(id, { archivedAt: null })) === 'taken') throw slugTaken(slug);
      return answer(id);
    },
    botExport: (call) => exportFile(deps, call.params.id, call.query),
    ...createDraftCalls(deps),
    ...createReleaseCalls(deps),
  };
}

async function changeBot(
  { store }: RuntimeDeps,
  id: string,
  { slug, active, origins }: BotChange,
): Promise<void> {
  await requireBot(store, id);
  const change = {
    ...(slug !== undefined && { slug }),
    ...(active !== undefined && { active }),
    ...(origins && { origins }),
  };
  if ((await store.bots.change(id, change)) === 'taken') throw slugTaken(slug ?? '');
}

function createDraftCalls(deps: RuntimeDeps): Pick<BotService, 'draftRead' | 'draftPatch' | 'botCheck'> {
  return {
    draftRead: (call) => readDraft(deps, call.params.id),
    draftPatch: (call) => {
      const by = { name: call.caller.name, language: call.client.language };
      return changeDraft(deps, call.params.id, call.body, by);
    },
    botCheck: (call) => checkDraft(deps, call.params.id, call.client.language),
  };
}

function createReleaseCalls(
  deps: RuntimeDeps,
): Pick<BotService, 'releaseList' | 'releasePublish' | 'releaseRestore'> {
  const { store, clock } = deps;
  return {
    releaseList: async (call) => {
      const bot = await requireBot(store, call.params.id);
      const releases = await store.bots.releases(bot.id);
      return { releases: releases.map((release) => toRelease(release, bot.currentRelease)) };
    },
    releasePublish: async (call) => {
      const { id } = call.params;
      const { revision, file } = await readDraft(deps, id);
      const read = readBot(file, 'strict', call.client.language);
      if (!read.ok) throw new HttpProblem(422, 'not-publishable', { with: { problems: read.error } });
      const by = call.caller.name;
      const release = await publishBot(deps, id, read.value, {
        note: call.body.note ?? '',
        by,
        at: clock.now(),
        revision,
      });
      return { release: toRelease(release, release.number) };
    },
    releaseRestore: async (call) => {
      const { id, number } = call.params;
      const content = await store.bots.readRelease(id, number);
      if (!content) throw new HttpProblem(404, 'no-release');
      const restored = { note: `#${number}`, by: call.caller.name, at: clock.now(), revision: null };
      // What was published was read strictly then.
      const release = await publishBot(deps, id, content.file as BotFile, restored);
      return { release: toRelease(release, release.number) };
    },
  };
}

/** Keeps an imported file, whole or not at all. */
async function importFile(
  deps: RuntimeDeps,
  body: unknown,
  { slug, replaces }: { slug?: string | undefined; replaces?: string | undefined },
  by: string,
  client: Client,
): Promise<string> {
  const read = readImport(body, client.language);
  if (!read.ok)
    throw new HttpProblem(422, 'bot-file-refused', {
      with: { errors: toErrors(read.error), problems: read.error },
    });
  const file = mapDepartments(read.value as DraftFile, await deps.store.desk.departments());
  const id =
    replaces === undefined ? await createBot(deps, file, slug) : (await requireBot(deps.store, replaces)).id;
  if (replaces !== undefined) await replaceDraft(deps, id, file, by);
  await makeDepartments(deps.store, file);
  return id;
}

async function exportFile(
  deps: RuntimeDeps,
  id: string,
  { draft, release }: { draft?: boolean | undefined; release?: number | undefined },
): Promise<unknown> {
  const bot = await requireBot(deps.store, id);
  if (draft) {
    const { format, ...rest } = (await readDraft(deps, id)).file as DraftFile;
    return withSlug({ format, draft: true, ...rest }, bot);
  }
  const number = release ?? bot.currentRelease;
  const content = number === null ? null : await deps.store.bots.readRelease(id, number);
  if (!content) throw new HttpProblem(404, 'no-release');
  return withSlug(content.file as BotFile, bot);
}

function withSlug<File extends BotFile | DraftFile>(file: File, { slug }: BotRecord): File {
  return { ...file, bot: { ...file.bot, slug } };
}

function toNewFile(name: string, languages: string[], client: Client): DraftFile {
  const called = name.slice(0, 100);
  const start = { id: 'start', type: 'conversation-start', position: { x: 0, y: 0 }, data: {} };
  const flow = { id: 'main', name: called, nodes: [start], edges: [] };
  const read = readBot(
    { format: currentFormat, bot: { name: called, languages }, flows: [flow] },
    'strict',
    client.language,
  );
  if (!read.ok) throw new HttpProblem(422, 'bad-input', { with: { errors: toErrors(read.error) } });
  return read.value;
}

function toRelease({ number, at, by, note }: ReleaseRecord, current: number | null): Release {
  return { number, at: new Date(at).toISOString(), by, note, current: number === current };
}

function slugTaken(slug: string): HttpProblem {
  return new HttpProblem(409, 'slug-taken', { values: { slug } });
}
