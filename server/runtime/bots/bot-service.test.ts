import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller, Client } from '../../services.ts';
import { deskBot } from '../testing/desk-bot.ts';
import { openDesk, type TestDesk, toWords } from '../testing/test-desk.ts';

const client: Client = { ip: '', origin: null, acceptLanguage: 'en', language: 'en' };
const caller: Caller = {
  kind: 'person',
  id: 'dee',
  name: 'Dee',
  email: null,
  avatar: null,
  roles: ['designer'],
  departments: [],
};
const base = { caller, client };

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const bots = () => desk.runtime.services.bots;
const all = async () => (await bots().botList({ ...base, params: {}, query: {}, body: undefined })).bots;
const importBot = async (body: unknown, query = {}) =>
  (await bots().botImport({ ...base, params: {}, query, body })).bot;
const publish = (id: string) =>
  bots().releasePublish({ ...base, params: { id }, query: {}, body: { note: 'One' } });
const patch = (id: string, from: number, value: unknown, path: (string | number)[]) =>
  bots().draftPatch({
    ...base,
    params: { id },
    query: {},
    body: { base: from, changes: [{ op: 'replace', path, value }] },
  });

describe('a bot', () => {
  it('is imported, published and chatted with, and comes out as it went in', async () => {
    const { id, slug } = await importBot(deskBot);
    expect(slug).toBe('desk');
    await expect(desk.openChat()).rejects.toMatchObject({ status: 503 });
    expect((await publish(id)).release).toMatchObject({ number: 1, by: 'Dee', note: 'One', current: true });
    expect(toWords((await desk.openChat()).opened.messages)).toEqual(['Hello, I am Robin.']);
    const file = await bots().botExport({ ...base, params: { id }, query: {}, body: undefined });
    const again = await importBot(file);
    expect(again.slug).toBe('desk-2');
    const copy = await bots().botExport({
      ...base,
      params: { id: again.id },
      query: { draft: true },
      body: undefined,
    });
    expect(copy).toMatchObject({ draft: true, flows: (file as { flows: unknown[] }).flows });
  });

  it('is not imported at all when its file has a mistake, and the mistake is told with its place', async () => {
    const broken = structuredClone(deskBot);
    broken.flows[0]!.edges[0]!.target = 'nowhere';
    const refused = await importBot(broken).catch((error) => error);
    expect(refused).toMatchObject({ status: 422, code: 'bot-file-refused' });
    expect(refused.details.with.errors[0].path).toBe('flows[0].edges[0].target');
    expect(await all()).toEqual([]);
  });

  it('makes the departments its file names', async () => {
    await importBot(deskBot);
    expect(await desk.runtime.deps.store.desk.departments()).toEqual([{ id: 'sales', name: 'Sales' }]);
  });

  it('takes a department of this server that has the same name under another id', async () => {
    const { store } = desk.runtime.deps;
    await store.desk.putDepartment({ id: 'd1', name: 'sales' });
    const { id } = await importBot(deskBot);
    expect(await store.desk.departments()).toEqual([{ id: 'd1', name: 'sales' }]);
    const draft = JSON.stringify((await store.bots.readDraft(id))?.file);
    expect(draft).toContain('"department":"d1"');
    expect(draft).not.toContain('"department":"sales"');
    expect((await publish(id)).release.number).toBe(1);
  });

  it('keeps a draft by revisions, and tells both versions when somebody else was faster', async () => {
    const { id } = await importBot(deskBot);
    expect(await patch(id, 1, 'Robyn', ['bot', 'persona', 'name'])).toEqual({ revision: 2 });
    const late = await patch(id, 1, 'Rob', ['bot', 'persona', 'name']).catch((error) => error);
    expect(late).toMatchObject({ status: 409, code: 'stale-draft', details: { with: { base: 1 } } });
    expect(late.details.with.current).toMatchObject({
      revision: 2,
      file: { bot: { persona: { name: 'Robyn' } } },
    });
  });

  it('refuses a change that leaves no draft behind', async () => {
    const { id } = await importBot(deskBot);
    await expect(patch(id, 1, 'red', ['bot', 'colour'])).rejects.toMatchObject({
      status: 422,
      code: 'change-refused',
    });
    const draft = await bots().draftRead({ ...base, params: { id }, query: {}, body: undefined });
    expect(draft.revision).toBe(1);
  });

  it('saves what is half-finished, and publishes it only when it is whole', async () => {
    const { id } = await importBot(deskBot);
    await patch(id, 1, [], ['flows', 0, 'edges']);
    await patch(id, 2, '', ['flows', 0, 'nodes', 1, 'data', 'text']);
    const { problems } = await bots().botCheck({ ...base, params: { id }, query: {}, body: undefined });
    expect(problems.some(({ severity, node }) => severity === 'error' && node === 'hello')).toBe(true);
    await expect(publish(id)).rejects.toMatchObject({ status: 422, code: 'not-publishable' });
    expect((await all())[0]?.release).toBeNull();
  });

  it('shows its live settings without publishing', async () => {
    const { id } = await importBot(deskBot);
    await publish(id);
    await patch(id, 1, 'Kim', ['bot', 'persona', 'name']);
    expect((await desk.openChat()).opened.messages[0]?.from.name).toBe('Kim');
  });

  it('has unpublished changes only where publishing would change something', async () => {
    const { id, draftAhead } = await importBot(deskBot);
    expect(draftAhead).toBe(true);
    await publish(id);
    const isAhead = async () => (await all()).find((bot) => bot.id === id)?.draftAhead;
    expect(await isAhead()).toBe(false);
    const { revision } = await patch(id, 1, 'Renamed', ['bot', 'name']);
    expect(await isAhead()).toBe(false);
    await patch(id, revision, 'Other', ['flows', 0, 'name']);
    expect(await isAhead()).toBe(true);
    await patch(id, revision + 1, deskBot.flows[0]?.name, ['flows', 0, 'name']);
    expect(await isAhead()).toBe(false);
  });

  it('goes back to an earlier release as a new one', async () => {
    const { id } = await importBot(deskBot);
    await publish(id);
    await patch(id, 1, 'Good day.', ['flows', 0, 'nodes', 1, 'data', 'text']);
    await publish(id);
    expect(toWords((await desk.openChat()).opened.messages)).toEqual(['Good day.']);
    const restored = await bots().releaseRestore({
      ...base,
      params: { id, number: 1 },
      query: {},
      body: undefined,
    });
    expect(restored.release).toMatchObject({ number: 3, current: true });
    expect(toWords((await desk.openChat()).opened.messages)).toEqual(['Hello, I am Robin.']);
  });

  it('is not deleted while somebody waits, and comes back from the archive', async () => {
    const { id } = await importBot(deskBot);
    await publish(id);
    await desk.agent('ann').online();
    const chat = await desk.openChat();
    await chat.say('I want to talk to a person');
    const remove = () => bots().botDelete({ ...base, params: { id }, query: {}, body: undefined });
    await expect(remove()).rejects.toMatchObject({ status: 409, code: 'bot-in-use' });
    await desk.agent('ann').join(chat.id);
    await desk.agent('ann').resolve(chat.id);
    await remove();
    await expect(desk.openChat()).rejects.toMatchObject({ status: 404 });
    await bots().botRestore({ ...base, params: { id }, query: {}, body: undefined });
    expect((await all()).map((bot) => bot.id)).toEqual([id]);
  });

  it('that is switched off says so to new customers', async () => {
    const { id } = await importBot(deskBot);
    await publish(id);
    await bots().botChange({ ...base, params: { id }, query: {}, body: { active: false } });
    await expect(desk.openChat()).rejects.toMatchObject({ status: 503, code: 'bot-off' });
  });
});
