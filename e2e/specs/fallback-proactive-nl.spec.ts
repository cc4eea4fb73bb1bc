import { expect } from '@playwright/test';
import { copySample } from '../harness/bots.ts';
import { expectMail } from '../harness/mails.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

const passesOn = 'Dat laat ik liever aan een collega over.';

test('what the bot does not understand goes straight to a person', async ({ api, open }) => {
  const bot = await copySample(api, 'fallback-proactive-nl');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'nl-NL' }), 'nl');
  await widget.openPage(bot.slug);
  await widget.say('Verkopen jullie ook tandemhelmen voor honden?');
  await widget.expectText(passesOn);
  await expect(widget.queue).toBeVisible();
  await expectMail(api, widget.conversation, 'klantenservice@fietswereld.example');
  await widget.say('Nog iets: liefst in het rood');
  await widget.expectSilenceAfter('Nog iets: liefst in het rood');
  await inbox.choose('Waiting', widget.conversation);
  await expect(inbox.customer).toContainText('The bot did not understand');
  await inbox.takeOver();
  await inbox.resolve();
  await widget.expectText('De assistent is er weer.');
});

test('an answer that did not help brings a person, too', async ({ api, open }) => {
  const bot = await copySample(api, 'fallback-proactive-nl');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'nl-NL' }), 'nl');
  await widget.openPage(bot.slug);
  await widget.say('mijn fiets is kapot');
  await widget.expectText('tien jaar garantie');
  await widget.press(widget.words.notHelpful);
  await widget.expectText(passesOn);
  await expect(widget.queue).toBeVisible();
});

test('with nobody online the customer leaves a message', async ({ api, open }) => {
  const bot = await copySample(api, 'fallback-proactive-nl');
  const widget = new Widget(await open('customer', { locale: 'nl-NL' }), 'nl');
  await widget.openPage(bot.slug);
  await widget.say('Hebben jullie ook bakfietsen op waterstof?');
  await widget.expectText('Er is nu niemand van ons team beschikbaar.');
  await widget.expectText('Wat wil je ons vragen?');
});
