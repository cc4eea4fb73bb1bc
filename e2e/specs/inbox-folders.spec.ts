import { copySample } from '../harness/bots.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

test('an agent switches live chat on for any conversation and off again, and puts it into folders', {
  tag: '@store',
}, async ({ api, open }) => {
  const bot = await copySample(api, 'handover-pl');
  const widget = new Widget(await open('customer', { locale: 'pl-PL' }), 'pl');
  await widget.openPage(bot.slug);
  await widget.say('Ile kosztuje dostawa?');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  await inbox.choose('With the bot', widget.conversation);
  await inbox.switchLiveChatOn();
  await widget.expectSpeaker('Ada');
  await inbox.choose('Mine', widget.conversation);
  await inbox.resolve({ outcome: 'Only a look', after: 'No survey' });
  await widget.expectText('Rozmowę ponownie prowadzi asystent.');

  for (const folder of ['Spam', 'Follow-up']) {
    await inbox.moveTo(folder);
    await inbox.choose(folder, widget.conversation);
  }
  await inbox.takeOut();
  await inbox.choose('Done', widget.conversation);
});
