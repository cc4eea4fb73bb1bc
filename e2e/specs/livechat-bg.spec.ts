import { expect } from '@playwright/test';
import { changeHandoff, copySample } from '../harness/bots.ts';
import { expectMail } from '../harness/mails.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

test('the customer goes through the menu by its buttons and asks in words', async ({ api, open }) => {
  const bot = await copySample(api, 'livechat-bg');
  const widget = new Widget(await open('customer', { locale: 'bg-BG' }), 'bg');
  await widget.openPage(bot.slug);
  await widget.expectText('Здравейте! Аз съм Колела');
  await widget.press('Услуги и цени');
  await widget.expectText('Коя услуга ви интересува?');
  await widget.press('Гуми и спукване');
  await widget.expectText('Лепене на гума');
  await widget.press('Към менюто');
  await widget.expectText('Изберете тема', 2);
  await widget.press('Работно време');
  await widget.expectText('Работим от понеделник');
  await widget.press('Не, благодаря');
  await widget.expectText('Приятно каране!');
  await widget.say('а къде се намира сервизът');
  await widget.expectText('ул. „Шишман“ 24');
  await expect(widget.log.getByRole('link', { name: 'Виж на картата' })).toBeVisible();
});

test('live chat on request, ended by itself after the agent fell silent', async ({ api, open }) => {
  const bot = await copySample(api, 'livechat-bg');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'bg-BG' }), 'bg');
  await widget.openPage(bot.slug);
  await widget.log.getByRole('button', { name: 'Разговор с човек' }).click();
  await widget.expectText('Да ви свържа ли с майстор от сервиза?');
  await widget.press('Да, свържете ме');
  await widget.expectText('Напишете тук съобщението си');
  await expect(widget.queue).toBeVisible();
  await expectMail(api, widget.conversation, 'serviz@koleloto.example');
  await widget.say('Шимано ми прескача на трета');
  await widget.expectSilenceAfter('Шимано ми прескача на трета');

  await inbox.choose('Waiting', widget.conversation);
  await inbox.takeOver();
  await changeHandoff(api, bot, { agentSilenceMinutes: 0.03 });
  await inbox.write('Здравейте, донесете го утре сутрин.');
  await widget.expectText('Здравейте, донесете го утре сутрин.');
  await widget.expectText('Колегата вече не е на разположение.');
  await expect(inbox.field).toBeHidden();
  await widget.say('до колко часа сте отворени?');
  await widget.expectText('Работим от понеделник');
});

test('with nobody there the customer leaves a message and a number', async ({ api, open }) => {
  const bot = await copySample(api, 'livechat-bg');
  const widget = new Widget(await open('customer', { locale: 'bg-BG' }), 'bg');
  await widget.openPage(bot.slug);
  await widget.say('Искам да говоря с човек');
  await widget.press('Да, свържете ме');
  await widget.expectText('В момента няма кой да отговори в чата.');
  await widget.say('Скърца ми кормилото');
  await widget.expectText('На кой телефон да ви се обадим?');
  await widget.say('0888 123 456');
  await widget.expectText('Записах ви.');
  const inbox = new Inbox(await open('administrator'));
  await inbox.open();
  await inbox.choose('Follow-up', widget.conversation);
  await expect(inbox.customer).toContainText('Скърца ми кормилото');
  await expect(inbox.customer).toContainText('+359888123456');
});

test('two messages in a row that are not understood lead to a person', async ({ api, open }) => {
  const bot = await copySample(api, 'livechat-bg');
  const widget = new Widget(await open('customer', { locale: 'bg-BG' }), 'bg');
  await widget.openPage(bot.slug);
  await widget.press('Работно време');
  await widget.press('Не, благодаря');
  await widget.say('брумбалката дрънчи фръцкаво');
  await widget.expectText('Не разбрах съвсем.');
  await widget.say('фръцкавата брумбалка де');
  await widget.expectText('За съжаление не успявам да помогна сам.');
  await widget.expectOptions('Да, свържете ме');
});
