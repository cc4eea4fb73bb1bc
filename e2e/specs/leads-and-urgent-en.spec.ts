import { expect } from '@playwright/test';
import { copySample } from '../harness/bots.ts';
import { expectMail } from '../harness/mails.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

test('a lead that fits goes to sales', async ({ api, open }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('How much is the business plan?');
  await widget.expectText('How many people in your team would use it?');
  await widget.say('about 45 I guess');
  await widget.expectText('What is your work e-mail?');
  await widget.say('mo@bigcorp.example');
  await widget.expectText('May I bring in a colleague from sales?');
  await widget.press('Yes, please');
  await widget.expectText('Somebody from sales will be with you');
  await expectMail(api, widget.conversation, 'frontdesk@ledgerly.example');
  await inbox.choose('Waiting', widget.conversation);
  await expect(inbox.row(widget.conversation)).toContainText('High');
  await expect(inbox.row(widget.conversation)).toContainText('Sales');
  await expect(inbox.customer).toContainText('Lead: 45 people, mo@bigcorp.example');
  await expect(inbox.customer).toContainText('lead');
});

test('a small team hears the price', async ({ api, open }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.press('What does it cost?');
  await widget.expectText('How many people in your team would use it?');
  await widget.say('there are 4 of us');
  await widget.expectText('9 euros a person');
  await expect(widget.log.getByRole('link', { name: 'See the plans' })).toBeVisible();
});

test('a lead while nobody is there is called back', async ({ api, open }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('can I get a quote for our company?');
  await widget.expectText('How many people in your team would use it?');
  await widget.say('120');
  await widget.expectText('What is your work e-mail?');
  await widget.say('mo@bigcorp.example');
  await widget.press('Yes, please');
  await widget.expectText('They will write to mo@bigcorp.example within a working day.');
  const inbox = new Inbox(await open('administrator'));
  await inbox.open();
  await inbox.choose('Follow-up', widget.conversation);
  await expect(inbox.customer).toContainText('mo@bigcorp.example');
});

test('urgent words go to the front of the queue, in the middle of a question too', async ({ api, open }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const patient = new Widget(await open('customer'));
  await patient.openPage(bot.slug);
  await patient.say('is there a human?');
  await patient.press('Yes, please');
  await expect(patient.queue).toContainText('You are number 1 in line.');

  const urgent = new Widget(await open('customer'));
  await urgent.openPage(bot.slug);
  await urgent.say('What does it cost?');
  await urgent.expectText('How many people in your team would use it?');
  await urgent.say('wait, this is urgent: money is missing from our account');
  await urgent.expectText('I have put you at the front of the queue');
  await expect(urgent.queue).toContainText('You are number 1 in line.');
  await expect(patient.queue).toContainText('You are number 2 in line.');
  await inbox.choose('Waiting', urgent.conversation);
  await expect(inbox.row(urgent.conversation)).toContainText('Urgent');
  await expect(inbox.customer).toContainText('money is missing from our account');
});

test('an urgent case with nobody there hears of the emergency line', async ({ api, open }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('EMERGENCY, we have been hacked');
  await widget.expectText('Please call our emergency line');
  await expect(widget.log.getByRole('link', { name: 'Call +31 20 555 01 60' })).toBeVisible();
});

test('a call to another system that fails hands over at once', async ({ api, open }) => {
  // Nothing listens on port 9 of this machine, and flows may not call it either: the call fails.
  const bot = await copySample(api, 'leads-and-urgent-en', (file) => {
    const look = file.flows.flatMap(({ nodes }) => nodes).find(({ type }) => type === 'http-request');
    if (look) Object.assign(look.data, { url: 'http://127.0.0.1:9/api/now', headers: [] });
  });
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.press('Is something down?');
  await widget.expectText('Something just went wrong on my side');
  await expect(widget.queue).toBeVisible();
});

test('a bot that fails hands over at once, and is back after the resolve', async ({ api, open }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('fire drill');
  await widget.expectText('Something just went wrong on my side');
  await expect(widget.queue).toBeVisible();
  await expectMail(api, widget.conversation, 'frontdesk@ledgerly.example');
  await inbox.choose('Waiting', widget.conversation);
  await expect(inbox.customer).toContainText('The bot failed');
  await inbox.takeOver();
  await inbox.resolve();
  await widget.expectText('You are talking to the assistant again.');
  await widget.say('I forgot my password');
  await widget.expectText('Choose “Forgot password”');
});
