import { expect } from '@playwright/test';
import { changeHandoff, copySample } from '../harness/bots.ts';
import { expectMail } from '../harness/mails.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

const questions = ['Wat is de levertijd?', 'Hoe kan ik iets retourneren?', 'Hoe werkt de garantie?'];
const offered = [
  'Haal een medewerker',
  'Levering',
  'Ruilen en terugsturen',
  'Betalen',
  'Garantie en reparatie',
];
const admits = 'Ik kom er helaas niet uit.';

test('a first unknown question is asked again, a second one leads to a person', async ({ api, open }) => {
  const bot = await copySample(api, 'fallback-nl');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'nl-NL' }), 'nl');
  await widget.openPage(bot.slug);
  await widget.expectText('Hoi, ik ben Fiene van Fietswereld.');
  await widget.say('Verkopen jullie ook tandemhelmen voor honden?');
  await widget.expectText('Kun je het anders zeggen');
  await widget.expectOptions(...questions);
  await widget.say('Een helm voor een poedel dus');
  await widget.expectText(admits);
  await widget.expectOptions(...offered);
  await widget.press('Haal een medewerker');
  await widget.expectText('Je hoeft niets te herhalen');
  await expect(widget.queue).toBeVisible();
  await expectMail(api, widget.conversation, 'klantenservice@fietswereld.example');
  await widget.say('hallo?');
  await widget.expectSilenceAfter('hallo?');

  await inbox.choose('Waiting', widget.conversation);
  await expect(inbox.customer).toContainText('De bot begreep de vraag niet.');
  await inbox.takeOver();
  await inbox.write('Hoi, ik kijk even voor je.');
  await widget.expectText('Hoi, ik kijk even voor je.');
  await inbox.resolve({ outcome: 'opgelost' });
  await widget.expectText('De assistent is er weer.');
  await widget.say('wat is de levertijd?');
  await widget.expectText('binnen twee werkdagen');
});

test('the frequent questions stand beside the offer of a person', async ({ api, open }) => {
  const bot = await copySample(api, 'fallback-nl');
  const widget = new Widget(await open('customer', { locale: 'nl-NL' }), 'nl');
  await widget.openPage(bot.slug);
  await widget.press('Hoe werkt de garantie?');
  await widget.expectText('tien jaar garantie');
  await expect(widget.log.getByRole('link', { name: 'Afspraak maken' })).toBeVisible();
  await widget.say('kwamelbord gringel');
  await widget.expectText('Kun je het anders zeggen');
  await widget.say('frumpel de wast');
  await widget.expectText(admits);
  await widget.press('Betalen');
  await widget.expectText('Betalen kan met iDEAL');
});

test('who repeats a question is offered a person', async ({ api, open }) => {
  const bot = await copySample(api, 'fallback-nl');
  const widget = new Widget(await open('customer', { locale: 'nl-NL' }), 'nl');
  await widget.openPage(bot.slug);
  await widget.say('hoe lang duurt de levering?');
  await widget.expectText('binnen twee werkdagen');
  await widget.say('ja maar hoe lang duurt de levering dan?');
  await widget.expectText(admits);
  await widget.expectOptions(...offered);
});

test('two wrong answers in a row lead to a person', async ({ api, open }) => {
  const bot = await copySample(api, 'fallback-nl');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'nl-NL' }), 'nl');
  await widget.openPage(bot.slug);
  await widget.say('kan ik in termijnen betalen?');
  await widget.expectText('Betalen kan met iDEAL');
  await widget.press(widget.words.notHelpful);
  await widget.expectText('Sorry, dan heb ik je verkeerd begrepen.');
  await widget.say('dat is niet wat ik vroeg');
  await widget.expectText(admits);
  await widget.press('Haal een medewerker');
  await expect(widget.queue).toBeVisible();
});

test('a customer who asks for a person leaves a message when nobody comes', async ({ api, open }) => {
  const bot = await copySample(api, 'fallback-nl');
  await changeHandoff(api, bot, { waitMinutes: 0.02 });
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'nl-NL' }), 'nl');
  await widget.openPage(bot.slug);
  await widget.person.click();
  await widget.press('Nee, toch niet');
  await widget.expectText('Voor een andere vraag ben ik er nog.');
  await widget.say('Kan ik een medewerker spreken?');
  await widget.press('Ja, graag');
  await widget.expectText('Er is nu niemand van ons team beschikbaar.');
  await widget.say('Past de kettingkast X2 op een Batavus?');
  await widget.expectText('Op welk mailadres');
  await widget.say('j.devries@example.nl');
  await widget.expectText('We antwoorden op j.devries@example.nl.');
  await inbox.choose('Follow-up', widget.conversation);
  await expect(inbox.customer).toContainText('Past de kettingkast X2 op een Batavus?');
});
