import { expect } from '@playwright/test';
import { copySample } from '../harness/bots.ts';
import { test } from '../harness/test.ts';
import { Editor } from '../pages/editor.ts';
import { Keyboard } from '../pages/keyboard.ts';
import { Widget } from '../pages/widget.ts';

test('a step is added, connected and published, and the bot talked to, by keyboard alone', async ({
  api,
  open,
}) => {
  test.slow();
  const bot = await copySample(api, 'leads-and-urgent-en', (file) => {
    file.bot.name = 'Ledgerly, by keyboard';
  });
  const page = await open('administrator');
  const keys = new Keyboard(page);
  const editor = new Editor(page);
  await page.goto('/');
  await keys.press(page.getByRole('link', { name: 'Ledgerly, by keyboard' }));
  await expect(editor.canvas).toBeVisible();

  await test.step('adds a message behind the greeting', async () => {
    await keys.press(editor.step(/^Message: Hi, I am Lee/));
    await keys.press(editor.details.getByRole('button', { name: 'Change where “next” leads' }));
    await keys.choose(page.getByRole('menuitem', { name: 'Add a step here' }));
    const dialog = page.getByRole('dialog', { name: 'Add a step' });
    await keys.press(dialog.getByRole('button', { name: 'Message', exact: true }));
    await expect(dialog).toBeHidden();
    await keys.write(
      editor.details.getByRole('textbox', { name: 'Message', exact: true }),
      'It is tax season.',
    );
    await expect(editor.step('Message: It is tax season.')).toBeVisible();
  });

  await test.step('connects it to another step', async () => {
    await keys.press(editor.details.getByRole('button', { name: 'Change where “next” leads' }));
    await keys.choose(page.getByRole('menuitem', { name: 'Connect to …' }));
    const dialog = page.getByRole('dialog', { name: 'Connect to a step' });
    await keys.write(dialog.getByRole('textbox', { name: 'Search in this flow' }), 'Open Reports');
    await keys.press(dialog.getByRole('button', { name: /Open Reports/ }));
    await expect(dialog).toBeHidden();
    await expect(editor.saved).toBeVisible();
  });

  await test.step('publishes', async () => {
    await keys.press(page.getByRole('button', { name: 'Publish' }));
    const dialog = page.getByRole('dialog', { name: 'Publish' });
    await keys.write(dialog.getByRole('textbox', { name: 'What is new?' }), 'Tax season');
    await keys.press(dialog.getByRole('button', { name: 'Publish' }));
    await expect(page.getByText('Release 2 is on duty.')).toBeVisible();
  });

  await test.step('the customer chats', async () => {
    const widget = new Widget(await open('customer'));
    const typing = new Keyboard(widget.page);
    await widget.openPage(bot.slug);
    await widget.expectText('It is tax season.');
    await widget.expectText('Open Reports, choose Export');
    await typing.write(widget.field, 'What does it cost?');
    await widget.page.keyboard.press('Enter');
    await widget.expectText('How many people in your team would use it?');
    await widget.page.keyboard.type('4 people');
    await widget.page.keyboard.press('Enter');
    await widget.expectText('9 euros a person');
    await typing.press(widget.log.getByRole('button', { name: 'Helpful', exact: true }));
    await expect(widget.log.getByRole('button', { name: 'Helpful', exact: true })).toBeDisabled();
  });
});
