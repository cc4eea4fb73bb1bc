import { expect } from '@playwright/test';
import { copySample } from '../harness/bots.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

const kept = 'Waiting to be sent';
const answer = 'Open Reports, choose Export';

test('what is written without a connection is kept and sent once', async ({ api, open }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.page.context().setOffline(true);
  await widget.say('How do I export my invoices?');
  await widget.expectText(kept);
  await expect(widget.page.getByText('No connection. What you write is kept and sent later.')).toBeVisible();
  await widget.say('I forgot my password');
  await widget.expectText(kept, 2);
  await widget.page.context().setOffline(false);
  await widget.expectText(answer);
  await widget.expectText('Choose “Forgot password”');
  await widget.expectText(kept, 0);
  await expect(widget.page.getByText('No connection.')).toHaveCount(0);

  const inbox = new Inbox(await open('administrator'));
  await inbox.open();
  await inbox.choose('With the bot', widget.conversation);
  await expect(inbox.transcript.getByText('How do I export my invoices?')).toHaveCount(1);
  await expect(inbox.transcript.getByText('I forgot my password')).toHaveCount(1);
});

test('a message whose confirmation was lost on its way is sent again and stored once', async ({
  api,
  open,
}) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  let sent = 0;
  await widget.page.route('**/api/chat/conversations/*/messages', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await widget.say('How do I export my invoices?');
  await widget.expectText(answer);
  await expect.poll(() => sent).toBeGreaterThan(1);
  await widget.expectText(kept, 0);
  await widget.expectText('How do I export my invoices?');
});

test('what is written while the server is down outlives a reload of the page after it', async ({
  api,
  open,
  server,
}) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('What does it cost?');
  await widget.expectText('How many people in your team would use it?');
  await server.restart(async () => {
    await widget.say('there are 4 of us');
    await widget.expectText(kept);
  });
  await widget.page.reload();
  await widget.expectText('9 euros a person');
  await widget.expectText('there are 4 of us');
  await widget.expectText(kept, 0);
});

test('a chat goes on by itself after the server was killed and started again', { tag: '@store' }, async ({
  api,
  open,
  server,
}) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('this is urgent');
  await inbox.choose('Waiting', widget.conversation);
  await inbox.takeOver();
  await inbox.write('I am with you.');
  await widget.expectText('I am with you.');
  await server.restart(async () => {
    await widget.say('Our money is gone');
    await widget.expectText(kept);
  });
  await expect(inbox.transcript.getByText('Our money is gone')).toHaveCount(1);
  await widget.expectText(kept, 0);
  await inbox.write('I see it, and it will be back today.');
  await widget.expectText('I see it, and it will be back today.');
});
