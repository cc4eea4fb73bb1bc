import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, request } from '@playwright/test';
import { copySample, type OwnBot, read } from '../harness/bots.ts';
import { alwaysClosed, alwaysOpen } from '../harness/hours.ts';
import { expectMail } from '../harness/mails.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

const consent = 'Shall I bring in a colleague?';

/** The sample, open or closed whenever the spec runs. */
function copyProcedure(
  api: APIRequestContext,
  hours: unknown = alwaysOpen,
  billing = hours,
): Promise<OwnBot> {
  return copySample(api, 'handoff-procedure-en', ({ bot }) => {
    bot.hours = hours;
    for (const department of bot.departments) if (department.hours !== null) department.hours = billing;
  });
}

test('a request in words asks for what is missing, hands over, and ends in a survey', async ({
  api,
  open,
}) => {
  const bot = await copyProcedure(api);
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.expectText('Hello, I am Robin');
  await widget.say('I want to talk to a person');
  await widget.expectText(consent);
  await widget.press('Yes, about an order');
  await widget.expectText('What is your e-mail address?');
  await widget.say('sure, it is kim@example.com');
  await widget.expectText('And your order number?');
  await widget.say('hh 765432 i think');
  await widget.expectText('I am passing you on to orders and delivery.');
  await expect(widget.queue).toContainText('You are number 1 in line.');
  await expect(widget.log.getByRole('link', { name: 'Help pages' })).toBeVisible();
  await expectMail(api, widget.conversation, 'desk@harbour-home.example');

  await inbox.choose('Waiting', widget.conversation);
  await expect(inbox.customer).toContainText('HH-765432');
  await expect(inbox.customer).toContainText('Orders and delivery');
  await inbox.takeOver();
  await inbox.write('Hello Kim, I am looking into it.');
  await widget.expectText('Hello Kim, I am looking into it.');
  await inbox.resolve({ outcome: 'solved' });
  await widget.expectText('How satisfied are you');
  await widget.rate('2 of 5');
  await widget.expectText('What should we have done better?');
  await widget.say('It took two days');
  await widget.expectText('The team reads every answer.');
  await inbox.startSurvey();
  await widget.expectText('How satisfied are you', 2);
  await widget.rate('5 of 5');
  await widget.expectText('That is good to hear.');
  await expect(inbox.customer).toContainText('5 of 5');
  await expect(inbox.customer).toContainText('2 of 5');
});

test('what was said before is not asked again, nor after a resolve', async ({ api, open }) => {
  const bot = await copyProcedure(api);
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('My order HH-111222 is incomplete, can I speak to somebody? I am kim@example.com');
  await widget.press('Yes, about an order');
  await widget.expectText('I am passing you on to orders and delivery.');
  await inbox.choose('Waiting', widget.conversation);
  await inbox.takeOver();
  await inbox.resolve({ after: 'No survey' });
  await widget.expectText('You are talking to the assistant again.');
  await widget.say('I need a person again');
  await widget.expectText('I am passing you on to orders and delivery.', 2);
  await expect(widget.queue).toBeVisible();
});

test('two misses and an answer that did not help lead to the same procedure', async ({ api, open }) => {
  const bot = await copyProcedure(api);
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('florbel grumsta');
  await widget.expectText('Could you say it in other words?');
  await widget.say('wuntle prasket');
  await widget.expectText(consent);
  await widget.press('No, thank you');
  await widget.expectText('Just tell me what you need');
  await widget.say('how do I return something?');
  await widget.expectText('You can send anything back within 30 days.');
  await widget.press('Not helpful');
  await widget.expectText('I am sorry that this did not help.');
  await widget.press('Yes, about an invoice');
  await widget.expectText('What is your e-mail address?');
  await widget.say('kim@example.com');
  await widget.expectText('And your order number?');
  await widget.say('HH-222333');
  await widget.expectText('I am passing you on to invoices and refunds.');
  await inbox.choose('Waiting', widget.conversation);
  await expect(inbox.customer).toContainText('Invoice or refund, order HH-222333');
});

test('outside opening hours it becomes a ticket', async ({ api, open }) => {
  const bot = await copyProcedure(api, alwaysClosed);
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('get me a human');
  await widget.press('Yes, about an order');
  await widget.expectText('What is your e-mail address?');
  await widget.say('kim@example.com');
  await widget.expectText('And your order number?');
  await widget.say('no idea');
  await widget.expectText('write “none” if you have none');
  await widget.say('none');
  await widget.expectText('Our people have gone home for today.');
  await widget.expectText('Your ticket is made. We write to kim@example.com.');
  await inbox.choose('Follow-up', widget.conversation);
  await expect(inbox.customer).toContainText('Order or delivery');
});

test('a department that is closed makes a ticket while the others are open', async ({ api, open }) => {
  const bot = await copyProcedure(api, alwaysOpen, alwaysClosed);
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('get me a human about HH-222333, kim@example.com');
  await widget.press('Yes, about an invoice');
  await widget.expectText('Our people have gone home for today.');
  await widget.expectText('Your ticket is made.');
});

test('with nobody online it becomes a ticket', async ({ api, open }) => {
  const bot = await copyProcedure(api);
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('customer service please, HH-222333, kim@example.com');
  await widget.press('Yes, about an order');
  await widget.expectText('Nobody is free to chat at the moment.');
  await widget.expectText('Your ticket is made.');
});

test('a messenger, opened with an API key, can wait for its answer', async ({ api, open, server }) => {
  const bot = await copyProcedure(api, alwaysClosed);
  const { secret } = await read<{ secret: string }>(
    await api.post('/api/admin/keys', { data: { name: 'Gateway', roles: ['agent'] } }),
  );
  const gateway = await request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  });
  const { conversation } = await read<{ conversation: { id: string; token: string } }>(
    await gateway.post('/api/inbox/conversations', {
      data: { bot: bot.id, channel: 'whatsapp', contact: { email: 'kim@example.com' } },
    }),
  );
  const customer = await request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { authorization: `Bearer ${conversation.token}` },
  });
  const say = async (body: object) => {
    const answer = await customer.post(`/api/chat/conversations/${conversation.id}/messages`, {
      data: { id: randomUUID(), ...body },
    });
    return JSON.stringify(await read(answer));
  };
  expect(await say({ text: 'I want to talk to a person about HH-999888' })).toContain(consent);
  expect(await say({ choice: { option: 'orders' } })).toContain('You need not keep it open.');

  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  await inbox.choose('Waiting', conversation.id);
  await expect(inbox.customer).toContainText('order HH-999888, by whatsapp');
  await inbox.takeOver();
  await inbox.write('Hello Kim, your order is on its way.');
  const { messages } = await read<{ messages: unknown[] }>(
    await customer.get(`/api/chat/conversations/${conversation.id}/messages`),
  );
  expect(JSON.stringify(messages)).toContain('Hello Kim, your order is on its way.');
  await Promise.all([gateway.dispose(), customer.dispose()]);
});
