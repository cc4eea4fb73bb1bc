import { expect } from '@playwright/test';
import { changeHandoff, copySample } from '../harness/bots.ts';
import { expectMail } from '../harness/mails.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

const consent = 'Czy na pewno chcesz porozmawiać z konsultantem?';

test('a customer asks for a consultant, is helped, and the bot is back', { tag: '@store' }, async ({
  api,
  open,
}) => {
  const bot = await copySample(api, 'handover-pl');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'pl-PL' }), 'pl');
  await widget.openPage(bot.slug);
  await widget.expectText('Dzień dobry! Tu Lipka');

  await widget.say('Chcę porozmawiać z konsultantem');
  await widget.expectText(consent);
  await widget.expectOptions('Tak, połącz mnie', 'Nie, dziękuję');
  await widget.press('Tak, połącz mnie');
  await widget.expectText('Opisz, proszę, swoją sprawę w kilku zdaniach.');
  await expect(widget.queue).toBeVisible();
  await expectMail(api, widget.conversation, 'konsultanci@sklep-lipa.example');
  await widget.say('Przyszły dwie lewe rękawiczki');
  await widget.expectSilenceAfter('Przyszły dwie lewe rękawiczki');

  await inbox.choose('Waiting', widget.conversation);
  await expect(inbox.transcript).toContainText('Przyszły dwie lewe rękawiczki');
  await expect(inbox.customer).toContainText('The customer asked for a person');
  await inbox.takeOver();
  await widget.expectText('Ada dołącza do rozmowy.');
  await widget.expectSpeaker('Ada');
  await inbox.write('Dzień dobry, już wysyłam nową parę.');
  await widget.expectText('Dzień dobry, już wysyłam nową parę.');
  await widget.say('Ile kosztuje dostawa?');
  await expect(inbox.transcript.getByText('Ile kosztuje dostawa?').last()).toBeVisible();
  await widget.expectSilenceAfter('Ile kosztuje dostawa?');

  await inbox.resolve({ outcome: 'wymiana' });
  await widget.expectText('Rozmowę ponownie prowadzi asystent.');
  await widget.expectSpeaker('Lipka');
  await widget.say('Ile kosztuje dostawa?');
  await widget.expectText('Paczkomat kosztuje 11,99');
});

test('the bot offers a consultant for a question it cannot answer, and no is a no', async ({ api, open }) => {
  const bot = await copySample(api, 'handover-pl');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'pl-PL' }), 'pl');
  await widget.openPage(bot.slug);
  await widget.say('Czy rękawiczki są robione z wełny merynosów?');
  await widget.expectText('Na to pytanie nie znam odpowiedzi');
  await widget.press('Nie, dziękuję');
  await widget.expectText('Dobrze, zostajemy we dwoje.');
  await widget.press('Jak zwrócić towar?');
  await widget.expectText('Na zwrot masz 30 dni.');
  await widget.say('A czy macie w ofercie parasole ogrodowe?');
  await widget.expectText('Na to pytanie nie znam odpowiedzi', 2);
  await widget.say('tak');
  await expect(widget.queue).toBeVisible();
  await widget.cancelWaiting();
  await widget.expectText('Kolejka została opuszczona.');
  await widget.say('gdzie jest moja paczka?');
  await widget.expectText('Paczki wysyłamy');
});

test('with nobody there the customer leaves a message for the desk', async ({ api, open }) => {
  const bot = await copySample(api, 'handover-pl');
  const widget = new Widget(await open('customer', { locale: 'pl-PL' }), 'pl');
  await widget.openPage(bot.slug);
  await widget.say('poproszę konsultanta');
  await widget.press('Tak, połącz mnie');
  await widget.expectText('W tej chwili żaden konsultant nie jest dostępny.');
  await widget.say('Nie przyszła faktura');
  await widget.expectText('Na jaki adres e-mail');
  await widget.say('mój mail to nie wiem');
  await widget.expectText('To nie wygląda na adres e-mail.');
  await widget.say('anna.nowak@example.com, dzięki');
  await widget.expectText('Odpiszemy na adres anna.nowak@example.com.');

  const inbox = new Inbox(await open('administrator'));
  await inbox.open();
  await inbox.choose('Follow-up', widget.conversation);
  await expect(inbox.customer).toContainText('Nie przyszła faktura');
  await expect(inbox.customer).toContainText('anna.nowak@example.com');
});

test('a customer for whom nobody comes in time is not left waiting', async ({ api, open }) => {
  const bot = await copySample(api, 'handover-pl');
  await changeHandoff(api, bot, { waitMinutes: 0.02 });
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'pl-PL' }), 'pl');
  await widget.openPage(bot.slug);
  await widget.say('chcę rozmawiać z człowiekiem');
  await widget.press('Tak, połącz mnie');
  await widget.expectText('Wszyscy konsultanci są jeszcze zajęci');
  await widget.expectText('Czego dotyczy sprawa?');
  await expect(widget.queue).toBeHidden();
});
