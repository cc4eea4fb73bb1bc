import { expect } from '@playwright/test';
import { changeHandoff, copySample } from '../harness/bots.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

test('the time-out of a waiting customer outlives the server', { tag: '@store' }, async ({
  api,
  open,
  server,
}) => {
  const bot = await copySample(api, 'handover-pl');
  await changeHandoff(api, bot, { waitMinutes: 0.1 });
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer', { locale: 'pl-PL' }), 'pl');
  await widget.openPage(bot.slug);
  await widget.say('chcę rozmawiać z człowiekiem');
  await widget.press('Tak, połącz mnie');
  await expect(widget.queue).toBeVisible();
  await server.restart(async () => {
    // Nothing can come from a server that is gone, so what follows was said by the new one.
    await expect(widget.queue).toBeVisible();
    await widget.expectText('Wszyscy konsultanci są jeszcze zajęci', 0);
  });
  await widget.expectText('Wszyscy konsultanci są jeszcze zajęci');
  await widget.expectText('Czego dotyczy sprawa?');
  await expect(widget.queue).toBeHidden();
});
