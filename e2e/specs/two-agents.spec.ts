import { expect, type Page } from '@playwright/test';
import { copySample } from '../harness/bots.ts';
import { test } from '../harness/test.ts';
import { Inbox } from '../pages/inbox.ts';
import { Widget } from '../pages/widget.ts';

test('of two agents who join at once one wins, and the other is told who', { tag: '@store' }, async ({
  api,
  invite,
  open,
}) => {
  const bot = await copySample(api, 'handover-pl');
  const [bea, cor] = [await invite('Bea', 'agent'), await invite('Cor', 'agent')];
  const desks = [new Inbox(await open(bea)), new Inbox(await open(cor))];
  for (const desk of desks) await desk.openOnline();
  const widget = new Widget(await open('customer', { locale: 'pl-PL' }), 'pl');
  await widget.openPage(bot.slug);
  await widget.say('Chcę porozmawiać z konsultantem');
  await widget.press('Tak, połącz mnie');
  await expect(widget.queue).toBeVisible();
  for (const desk of desks) await desk.choose('Waiting', widget.conversation);

  await holdUntilAllJoin(desks.map(({ page }) => page));
  const join = /\/join$/;
  const answers = await Promise.all(
    desks.map(async ({ page }) => {
      const answer = page.waitForResponse(join);
      await page.getByRole('button', { name: 'Take over' }).click();
      return (await answer).status();
    }),
  );
  expect(answers.toSorted()).toEqual([200, 409]);
  const [winner, loser] = answers[0] === 200 ? desks : desks.toReversed();
  const name = answers[0] === 200 ? 'Bea' : 'Cor';
  await expect(winner!.field).toBeVisible();
  await expect(loser!.page.getByText(`${name} joined first and is answering this customer.`)).toBeVisible();
  await expect(loser!.field).toBeHidden();
  await expect(loser!.page.getByText(`${name} is answering this customer.`)).toBeVisible();
  await widget.expectSpeaker(name);
  await widget.expectText(`${name} dołącza do rozmowy.`);
});

/** Lets the calls to join go only when each of the pages has made its own, so that none can see the other's. */
async function holdUntilAllJoin(pages: Page[]): Promise<void> {
  let missing = pages.length;
  let letGo = () => {};
  const all = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  for (const page of pages) {
    await page.route(/\/join$/, async (route) => {
      missing -= 1;
      if (missing === 0) letGo();
      await all;
      await route.continue();
    });
  }
}
