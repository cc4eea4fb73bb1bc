import { expect } from '@playwright/test';
import { copySample } from '../harness/bots.ts';
import { administrator, startServer } from '../harness/server.ts';
import { test } from '../harness/test.ts';
import { Areas } from '../pages/areas.ts';
import { SignIn } from '../pages/sign-in.ts';

test('a sign-in that fails says so, and a right one goes on to where one wanted to be', async ({ open }) => {
  const page = await open('customer');
  await page.goto('/settings/people');
  const signIn = new SignIn(page);
  await signIn.signIn({ ...administrator, password: 'not the password' });
  await expect(signIn.alert).toContainText('not right');
  await expect(signIn.email).toHaveValue(administrator.email);
  await expect(signIn.password).toHaveValue('');
  await signIn.signIn(administrator);
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await new Areas(page).signOut('Ada');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('a designer cannot open the inbox, nor read conversations', async ({ invite, open }) => {
  const page = await open(await invite('Dee', 'designer'));
  await page.goto('/');
  const areas = new Areas(page);
  await expect(areas.link('Bots')).toBeVisible();
  await expect(areas.link('Inbox')).toHaveCount(0);
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { name: 'This area is not open to you' })).toBeVisible();
  expect((await page.request.get('/api/inbox/conversations')).status()).toBe(403);
});

test('an agent cannot open the editor, nor publish', async ({ api, invite, open, server }) => {
  const bot = await copySample(api, 'handover-pl');
  const page = await open(await invite('Ann', 'agent'));
  await page.goto('/');
  const areas = new Areas(page);
  await expect(areas.link('Inbox')).toBeVisible();
  await expect(areas.link('Bots')).toHaveCount(0);
  await page.goto(`/bots/${bot.id}`);
  await expect(page.getByRole('heading', { name: 'This area is not open to you' })).toBeVisible();
  const answer = await page.request.post(`/api/bots/${bot.id}/releases`, {
    data: { note: '' },
    headers: { origin: server.url },
  });
  expect(answer.status()).toBe(403);
});

test('an invitation is passed on by its link and taken up once', { tag: '@store' }, async ({ api, open }) => {
  const page = await open('administrator');
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a person' });
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('eve@example.com');
  await dialog.getByRole('checkbox', { name: 'Agent' }).check();
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = await page
    .getByRole('dialog', { name: 'Link for eve@example.com' })
    .getByRole('textbox', { name: 'Link' })
    .inputValue();

  const eve = await open('customer');
  await eve.goto(link);
  await expect(eve.getByText('You sign in with eve@example.com.')).toBeVisible();
  await eve.getByRole('textbox', { name: 'Your name' }).fill('Eve');
  await eve.getByLabel('Choose a password').fill('short');
  await eve.getByRole('button', { name: 'Start' }).click();
  await expect(eve.getByText('At least 8 characters.').last()).toBeVisible();
  await eve.getByLabel('Choose a password').fill('long enough now');
  await eve.getByRole('button', { name: 'Start' }).click();
  await expect(eve.getByRole('button', { name: 'Menu of Eve' })).toBeVisible();

  const late = await open('customer');
  await late.goto(link);
  await expect(late.getByRole('heading', { name: 'This invitation no longer works' })).toBeVisible();
  const { people } = await (await api.get('/api/admin/people')).json();
  const { id } = people.find(({ email }: { email: string }) => email === 'eve@example.com');
  await api.delete(`/api/admin/people/${id}`);
});

test('the first visitor with the printed link makes the first account, and nobody after', async ({
  open,
  store,
}) => {
  const nothing = { BATON_ADMIN_EMAIL: '', BATON_ADMIN_PASSWORD: '', BATON_SAMPLES: 'off' };
  const fresh = await startServer(store, nothing);
  try {
    const link = /http\S+first-account#\S+/.exec(fresh.printed())?.[0] ?? '';
    const page = await open('customer', { baseURL: fresh.url });
    await page.goto('/');
    await expect(page.getByText('There is no account yet.')).toBeVisible();
    await page.goto(link);
    await page.getByRole('textbox', { name: 'Your name' }).fill('Fay');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('fay@example.com');
    await page.getByLabel('Choose a password').fill('long enough now');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await expect(page.getByRole('button', { name: 'Menu of Fay' })).toBeVisible();

    const late = await open('customer', { baseURL: fresh.url });
    await late.goto(link);
    await expect(late.getByRole('heading', { name: 'The first account has been made' })).toBeVisible();
  } finally {
    await fresh.stop();
  }
});
