import { expect } from '@playwright/test';
import { copySample } from '../harness/bots.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

test('a reload goes on where the conversation was, with all that was said', { tag: '@store' }, async ({
  api,
  open,
}) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('What does it cost?');
  await widget.expectText('How many people in your team would use it?');
  await widget.field.fill('about 4');

  await widget.page.reload();
  await widget.expectText('Hi, I am Lee.');
  await widget.expectText('How many people in your team would use it?');
  await expect(widget.field).toHaveValue('about 4');
  await widget.field.press('Enter');
  await widget.expectText('9 euros a person');

  await widget.say('this is urgent');
  await expect(widget.queue).toBeVisible();
  await widget.page.reload();
  await expect(widget.queue).toBeVisible();
  await inbox.choose('Waiting', widget.conversation);
  await inbox.takeOver();
  await inbox.write('How can I help?');
  await widget.expectText('How can I help?');
  await widget.page.reload();
  await widget.expectText('How can I help?');
  await widget.expectSpeaker('Ada');
  await inbox.write('Are you still there?');
  await widget.expectText('Are you still there?');
});

test('a conversation that was ended can be read, and a new one begun', async ({ api, open }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('How do I export my invoices?');
  await widget.expectText('Open Reports, choose Export');
  await widget.end();
  await expect(widget.page.getByText('This conversation has ended.')).toBeVisible();
  await widget.startNew();
  await widget.expectText('Hi, I am Lee.');
  await widget.expectText('Open Reports, choose Export', 0);
  await widget.page.getByRole('button', { name: 'Show earlier conversation' }).click();
  await widget.expectText('Open Reports, choose Export');
});
