import type { BotChange, Release } from '../../../shared/api/bots.ts';
import { readBot } from '../../../shared/checks/read-bot.ts';
import type { BotFile, DraftFile } from '../../../shared/kinds/document.ts';
import { currentFormat } from '../../../shared/schema/flow.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { BotService, Client } from '../../services.ts';
import type { BotRecord, ReleaseRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import { answerOnce, type Keep, toKeyedCall } from '../keyed-calls.ts';
import { changeDraft, checkDraft, readDraft, toErrors } from './drafts.ts';
import { type BotAnswer, importBot, keepNewBot } from './import-bot.ts';
import { type Publication, publishBot } from './publish-bot.ts';
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
      return answerOnce<BotAnswer>(deps, toKeyedCall('botCreate', call), (keep) =>
        keepNewBot(deps, toNewFile(name, languages, call.client), slug, keep),
      );
    },
    botImport: (call) =>
      answerOnce<BotAnswer>(deps, toKeyedCall('botImport', call), (keep) => importBot(deps, call, keep)),
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
    botRestore: (call) =>
      answerOnce<BotAnswer>(deps, toKeyedCall('botRestore', call), (keep) =>
        restoreBot(deps, call.params.id, keep),
      ),
    botExport: (call) => exportFile(deps, call.params.id, call.query),
    ...createDraftCalls(deps),
    ...createReleaseCalls(deps),
  };
}

async function restoreBot(
  deps: RuntimeDeps,
  id: string,
  keep: Keep<BotAnswer>,
): Promise<BotAnswer | 'repeated'> {
  const bot = { ...(await requireBot(deps.store, id)), archivedAt: null };
  const [item] = await toBotItems(deps, [bot], deps.clock.now());
  if (!item) throw new HttpProblem(404, 'no-bot');
  const answer = { bot: item };
  const done = await deps.store.bots.change(id, { archivedAt: null }, keep(answer));
  if (done === 'taken') throw slugTaken(bot.slug);
  return done === 'repeated' ? done : answer;
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
    releasePublish: (call) =>
      answerOnce<ReleaseAnswer>(deps, toKeyedCall('releasePublish', call), async (keep) => {
        const { id } = call.params;
        const { revision, file } = await readDraft(deps, id);
        const read = readBot(file, 'strict', call.client.language);
        if (!read.ok) throw new HttpProblem(422, 'not-publishable', { with: { problems: read.error } });
        const publication = { note: call.body.note ?? '', by: call.caller.name, at: clock.now(), revision };
        return publish(deps, id, read.value, publication, keep);
      }),
    releaseRestore: (call) =>
      answerOnce<ReleaseAnswer>(deps, toKeyedCall('releaseRestore', call), async (keep) => {
        const { id, number } = call.params;
        const content = await store.bots.readRelease(id, number);
        if (!content) throw new HttpProblem(404, 'no-release');
        const restored = { note: `#${number}`, by: call.caller.name, at: clock.now(), revision: null };
        // What was published was read strictly then.
        return publish(deps, id, content.file as BotFile, restored, keep);
      }),
  };
}

async function publish(
  deps: RuntimeDeps,
  bot: string,
  file: BotFile,
  publication: Publication,
  keep: Keep<ReleaseAnswer>,
): Promise<ReleaseAnswer | 'repeated'> {
  const published = await publishBot(deps, bot, file, publication, (release) =>
    keep(toReleaseAnswer(release)),
  );
  return published === 'repeated' ? published : toReleaseAnswer(published);
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

interface ReleaseAnswer {
  release: Release;
}

function toReleaseAnswer(release: ReleaseRecord): ReleaseAnswer {
  return { release: toRelease(release, release.number) };
}

function toRelease({ number, at, by, note }: ReleaseRecord, current: number | null): Release {
  return { number, at: new Date(at).toISOString(), by, note, current: number === current };
}

function slugTaken(slug: string): HttpProblem {
  return new HttpProblem(409, 'slug-taken', { values: { slug } });
}
