import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { copySample } from '../harness/bots.ts';
import { test } from '../harness/test.ts';
import { Editor } from '../pages/editor.ts';
import { Inbox } from '../pages/inbox.ts';
import { SignIn } from '../pages/sign-in.ts';
import { Simulator } from '../pages/simulator.ts';
import { Widget } from '../pages/widget.ts';

// Looking through a page takes seconds on a busy machine, and some of these stories have many pages.
test.describe.configure({ timeout: 180_000 });

test('the widget has no serious findings', async ({ api, open }) => {
  const bot = await copySample(api, 'leads-and-urgent-en');
  const inbox = new Inbox(await open('administrator'));
  await inbox.openOnline();
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.expectText('Hi, I am Lee.');
  await expectAccessible(widget.page);
  await widget.say('How do I export my invoices?');
  await widget.expectText('Open Reports, choose Export');
  await widget.say('this is urgent');
  await expect(widget.queue).toBeVisible();
  await expectAccessible(widget.page);
});

test('the inbox has no serious findings', async ({ api, open }) => {
  const bot = await copySample(api, 'handoff-procedure-en');
  const widget = new Widget(await open('customer'));
  await widget.openPage(bot.slug);
  await widget.say('how do I return something?');
  await widget.expectText('You can send anything back within 30 days.');
  const inbox = new Inbox(await open('administrator'));
  await inbox.open();
  await expectAccessible(inbox.page);
  await inbox.choose('With the bot', widget.conversation);
  await inbox.switchLiveChatOn();
  await inbox.write('Can I help?');
  await expectAccessible(inbox.page);
});

test('the list of bots, the editor and its simulator have no serious findings', async ({ api, open }) => {
  const bot = await copySample(api, 'handoff-procedure-en');
  const page = await open('administrator');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Bots' })).toBeVisible();
  await expectAccessible(page);
  const editor = new Editor(page);
  await editor.open(bot.id);
  await editor.openFlow('Hand over to a person');
  await editor.select(/^Question: Ask for Order number/);
  await expectAccessible(page);
  const simulator = new Simulator(page);
  await simulator.open();
  await simulator.expectText('Hello, I am Robin');
  await expectAccessible(page);
});

test('the settings of a bot have no serious findings', async ({ api, open }) => {
  const bot = await copySample(api, 'handoff-procedure-en');
  const page = await open('administrator');
  await page.goto(`/bots/${bot.id}/settings`);
  await expectAllAccessible(page, page.getByRole('navigation').last());
});

test('the sign-in and the settings have no serious findings', async ({ open }) => {
  const visitor = await open('customer');
  const signIn = new SignIn(visitor);
  await signIn.open();
  await expect(signIn.email).toBeVisible();
  await expectAccessible(visitor);
  const page = await open('administrator');
  await page.goto('/settings/people');
  await expectAllAccessible(page, page.getByRole('navigation', { name: 'Settings' }));
});

/** Goes through every page that the links lead to. */
async function expectAllAccessible(page: Page, navigation: Locator): Promise<void> {
  const links = navigation.getByRole('link');
  await expect(links.nth(3)).toBeVisible();
  for (const link of await links.all()) {
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expectAccessible(page);
  }
}

/** Nothing that axe calls serious or critical, in light nor dark, where only the colours differ. */
async function expectAccessible(page: Page): Promise<void> {
  const light = await new AxeBuilder({ page }).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page }).withRules('color-contrast').analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  const grave = [...light.violations, ...dark.violations].filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  const findings = grave.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
  expect(findings).toEqual([]);
}
