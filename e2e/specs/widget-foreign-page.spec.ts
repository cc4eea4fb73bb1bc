import { expect } from '@playwright/test';
import { copySample, read } from '../harness/bots.ts';
import { type ForeignSite, startForeignSite } from '../harness/foreign-site.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

let site: ForeignSite | undefined;

test.afterEach(async () => {
  await site?.stop();
  site = undefined;
});

test('a page of another origin with a strict policy embeds the chat', async ({ api, open, server }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  site = await startForeignSite(server.url, bot.slug);
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const page = await open('customer');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.url);
  const widget = new Widget(page);
  await widget.openCorner();
  await expect(page.getByRole('dialog', { name: 'Ledgerly: leads and urgent cases' })).toBeVisible();
  await widget.expectText('Hi, I am Lee.');
  await widget.press('What does it cost?');
  await widget.expectText('How many people in your team would use it?');
  await widget.say('this is urgent');
  await expect(widget.queue).toBeVisible();
  await inbox.choose('Waiting', widget.conversation);
  await inbox.takeOver();
  await inbox.write('Ada here, what happened?');
  await widget.expectText('Ada here, what happened?');

  await page.getByRole('button', { name: 'Close the chat' }).last().click();
  await inbox.write('Are you there?');
  await page.getByRole('button', { name: 'Open the chat. New messages: 1' }).click();
  await widget.expectText('Are you there?');
  expect(complaints).toEqual([]);
});

test('a page that the designer did not name gets no chat, and is told why', async ({ api, open, server }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  await read(await api.patch(`/api/bots/${bot.id}`, { data: { origins: ['https://shop.example'] } }));
  site = await startForeignSite(server.url, bot.slug);
  const page = await open('customer');
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Open the chat' }).click();
  await expect(page.getByText(`can add ${new URL(site.url).origin} to the pages`)).toBeVisible();
  await expect(page.getByText('Hi, I am Lee.')).toHaveCount(0);
});
