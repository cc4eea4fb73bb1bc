import { expect } from '@playwright/test';
import { copySample } from '../harness/bots.ts';
import { alwaysOpen } from '../harness/hours.ts';
import { administrator } from '../harness/server.ts';
import { test } from '../harness/test.ts';
import { Areas } from '../pages/areas.ts';
import { Editor } from '../pages/editor.ts';
import { Inbox } from '../pages/inbox.ts';
import { SignIn } from '../pages/sign-in.ts';
import { Simulator } from '../pages/simulator.ts';
import { Widget } from '../pages/widget.ts';

test('draw, try, publish, chat, hand over, resolve, rate, and rate again', { tag: '@store' }, async ({
  api,
  open,
}) => {
  test.slow();
  const bot = await copySample(api, 'handoff-procedure-en', (file) => {
    file.bot.name = 'Harbour & Home';
    file.bot.hours = alwaysOpen;
  });
  const page = await open('customer');
  await page.goto('/');
  await new SignIn(page).signIn(administrator);
  await expect(new Areas(page).link('Inbox')).toBeVisible();
  const editor = new Editor(page);

  await test.step('a question for the phone number before the handoff', async () => {
    await editor.openFromList('Harbour & Home');
    await editor.openFlow('Hand over to a person');
    await editor.select(/^Question: Ask for Order number/);
    await editor.addStepAt('answered', 'Question');
    await editor.details.getByRole('textbox', { name: 'Question' }).fill('And your phone number, please?');
    await editor.choose('Answer', 'Phone number');
    await editor.keepAsNew('Phone');
    await expect(editor.details.getByRole('button', { name: /^Condition: Decide by Channel/ })).toBeVisible();
    await expect(editor.details.getByText('get no reply')).toHaveCount(1);
    await editor.connect('failed', 'Decide by Channel');
    await expect(editor.details.getByText('get no reply')).toHaveCount(0);
    await expect(editor.saved).toBeVisible();
  });

  await test.step('the simulator asks it', async () => {
    const simulator = new Simulator(page);
    await simulator.open();
    await simulator.say('I want to talk to a person');
    await simulator.press('Yes, about an order');
    await simulator.say('kim@example.com');
    await simulator.say('HH-765432');
    await simulator.expectText('And your phone number, please?');
    await simulator.say('+44 20 7946 0958');
    await simulator.expectText('Thank you. I am passing you on to orders and delivery.');
    await expect(simulator.panel).toContainText('+442079460958');
  });

  await test.step('published with a note', async () => {
    await editor.publish('Asks for the phone number');
    await expect(page.getByText('Release 2 is on duty.')).toBeVisible();
  });

  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await test.step('the customer chats until the handoff', async () => {
    await widget.openPage(bot.slug);
    await widget.say('I want to talk to a person');
    await widget.press('Yes, about an order');
    await widget.expectText('What is your e-mail address?');
    await widget.say('kim@example.com');
    await widget.expectText('And your order number?');
    await widget.say('HH-765432');
    await widget.expectText('And your phone number, please?');
    await widget.say('+44 20 7946 0958');
    await widget.expectText('I am passing you on to orders and delivery.');
    await expect(widget.queue).toBeVisible();
  });

  await test.step('an agent answers from the inbox and resolves', async () => {
    await new Areas(inbox.page).link('Inbox').click();
    await inbox.choose('Waiting', widget.conversation);
    await expect(inbox.customer).toContainText('+442079460958');
    await inbox.takeOver();
    await widget.expectSpeaker('Ada');
    await inbox.write('Hello Kim, your parcel leaves today.');
    await widget.expectText('Hello Kim, your parcel leaves today.');
    await widget.say('Wonderful, thank you!');
    await expect(inbox.transcript).toContainText('Wonderful, thank you!');
    await inbox.resolve({ outcome: 'Solved' });
  });

  await test.step('the customer rates, and rates again when the agent asks once more', async () => {
    await widget.expectText('You are talking to the assistant again.');
    await widget.expectText('How satisfied are you');
    await widget.rate('5 of 5');
    await widget.expectText('That is good to hear.');
    await inbox.startSurvey();
    await widget.expectText('How satisfied are you', 2);
    await widget.rate('3 of 5');
    await widget.expectText('What should we have done better?');
    await widget.say('A little faster');
    await widget.expectText('The team reads every answer.');
    await expect(inbox.customer).toContainText('5 of 5');
    await expect(inbox.customer).toContainText('3 of 5');
  });
});
