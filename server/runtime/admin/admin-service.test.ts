import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../services.ts';
import { openDesk, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let base: {
  params: Record<string, never>;
  query: Record<string, never>;
  caller: Caller;
  client: { ip: string; origin: null; acceptLanguage: string; language: 'en' };
};
beforeEach(async () => {
  desk = await openDesk();
  const { caller } = desk.agent('eve');
  base = {
    params: {},
    query: {},
    caller,
    client: { ip: '', origin: null, acceptLanguage: 'en', language: 'en' },
  };
});
afterEach(() => desk.close());

const admin = () => desk.runtime.services.admin;

describe('the administration', () => {
  it('makes, renames and removes departments, each name once', async () => {
    const make = (name: string) => admin().departmentCreate({ ...base, body: { name } });
    const { department } = await make('Facturen');
    expect(department).toEqual({ id: 'facturen', name: 'Facturen', people: 0, waiting: 0 });
    await expect(make('facturen')).rejects.toMatchObject({ status: 409, code: 'name-taken' });
    await admin().departmentChange({ ...base, params: { id: 'facturen' }, body: { name: 'Rekeningen' } });
    expect(await admin().haveDepartments(['facturen'])).toBe(true);
    await admin().departmentRemove({ ...base, params: { id: 'facturen' }, body: undefined });
    expect(await admin().haveDepartments(['facturen'])).toBe(false);
    await expect(
      admin().departmentRemove({ ...base, params: { id: 'facturen' }, body: undefined }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('keeps a department in which somebody waits', async () => {
    await desk.publish();
    await (await desk.openChat()).say('a large quote');
    await expect(
      admin().departmentRemove({ ...base, params: { id: 'sales' }, body: undefined }),
    ).rejects.toMatchObject({ status: 409, code: 'department-in-use' });
  });

  it('shows what left, and tries again what failed', async () => {
    const { mailer } = desk.runtime.deps;
    const { send } = mailer;
    const fail = async () => {
      throw new Error('No such mailbox');
    };
    Object.assign(mailer, { send: fail });
    await admin().queueMail({ to: 'ann@example.com', subject: 'Hi', text: 'Welcome' });
    for (let hour = 0; hour < 48; hour += 1) await desk.pass(60);
    const { items } = await admin().outboxList({ ...base, query: { status: 'failed' }, body: undefined });
    expect(items).toMatchObject([
      { to: 'ann@example.com', preview: 'Welcome', attempts: 8, error: 'No such mailbox' },
    ]);
    Object.assign(mailer, { send });
    const params = { id: items[0]?.id ?? '' };
    await admin().outboxRetry({ ...base, params, body: undefined });
    await desk.pass(0);
    expect(desk.mails).toMatchObject([{ to: 'ann@example.com', subject: 'Hi', text: 'Welcome' }]);
    await expect(admin().outboxRetry({ ...base, params, body: undefined })).rejects.toMatchObject({
      code: 'not-failed',
    });
  });

  it('tells a mail that left from one that was only shown here', async () => {
    const list = () => admin().outboxList({ ...base, query: {}, body: undefined });
    const { mailer } = desk.runtime.deps;
    Object.assign(mailer, { sends: false });
    await admin().queueMail({ to: 'ann@example.com', subject: 'Hi', text: 'Welcome' });
    await desk.pass(0);
    expect((await list()).items).toMatchObject([{ status: 'done', shownOnly: true, error: null }]);
    Object.assign(mailer, { sends: true });
    await admin().queueMail({ to: 'bob@example.com', subject: 'Hi', text: 'Welcome' });
    await desk.pass(0);
    const { items } = await list();
    expect(items.find(({ to }) => to === 'bob@example.com')).toMatchObject({
      status: 'done',
      shownOnly: false,
      error: null,
    });
  });

  it('changes one setting and leaves the others', async () => {
    const { settings } = await admin().settingsChange({ ...base, body: { chatsPerAgent: 2 } });
    expect(settings).toMatchObject({
      chatsPerAgent: 2,
      mail: true,
      publicUrl: 'https://chat.example.com',
    });
  });

  it('never shows the value of a secret', async () => {
    await admin().secretPut({ ...base, params: { name: 'shop_key' }, body: { value: 'abc' } });
    const { secrets } = await admin().secretList({ ...base, body: undefined });
    expect(secrets).toEqual([{ name: 'shop_key', changedAt: '2026-11-21T12:00:00.000Z' }]);
    await admin().secretRemove({ ...base, params: { name: 'shop_key' }, body: undefined });
    expect((await admin().secretList({ ...base, body: undefined })).secrets).toEqual([]);
  });

  it('shows an agent without a live inbox as offline', async () => {
    await desk.agent('ann').online();
    expect((await admin().presence()).get('ann')?.status).toBe('online');
    desk.clock.time += 61_000;
    expect((await admin().presence()).get('ann')?.status).toBe('offline');
  });
});
