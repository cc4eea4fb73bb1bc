import { fireEvent, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { startFakeServer } from '../../api/testing/fake-server.ts';
import { renderScreen } from '../../ui/testing/render-screen.tsx';
import { draftFile } from '../testing/draft-file.ts';
import { BotSettingsPage } from './BotSettingsPage.tsx';

// What happy-dom lacks of a browser.
Element.prototype.scrollIntoView ??= () => {};

function openSettings(part: string) {
  const saved: unknown[] = [];
  const server = startFakeServer({
    'GET /api/bots/shop/draft': () => ({ body: { revision: 1, file: draftFile() } }),
    'PATCH /api/bots/shop/draft': ({ body }) => {
      saved.push(body);
      return { body: { revision: 2 } };
    },
  });
  const routes = [{ path: '/bots/:bot/settings/*', element: <BotSettingsPage /> }];
  return { ...renderScreen(routes, `/bots/shop/settings/${part}`), saved, server };
}

it('says beside the field what is wrong with the name, counts it in the list of parts, and takes it back', async () => {
  const { screen } = openSettings('general');
  const name = (await screen.findByLabelText('Name of the bot')) as HTMLInputElement;
  fireEvent.change(name, { target: { value: '' } });
  await screen.findByText('This has no name yet. Give it one.');
  expect(screen.getByLabelText('1 error')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(name.value).toBe('Shop'));
  await waitFor(() => expect(screen.queryByText('This has no name yet. Give it one.')).toBeNull());
});

it('switches the handoff off with one switch, and saves that', async () => {
  const { screen, saved } = openSettings('handoff');
  fireEvent.click(await screen.findByLabelText(/^Hand conversations over to people/));
  await waitFor(() => expect(screen.queryByText('Waiting for an agent')).toBeNull());
  await waitFor(
    () =>
      expect(saved).toEqual([
        { base: 1, changes: [{ op: 'replace', path: ['bot', 'handoff', 'enabled'], value: false }] },
      ]),
    { timeout: 3000 },
  );
});

it('refuses a variable’s name that means something else, before anything is renamed', async () => {
  const { screen } = openSettings('variables');
  fireEvent.click(await screen.findByRole('button', { name: /Order number/ }));
  const name = await screen.findByLabelText('Name in texts');
  fireEvent.change(name, { target: { value: 'channel' } });
  fireEvent.blur(name);
  await screen.findByText('“channel” already means something in conditions. Choose another name.');
  fireEvent.change(name, { target: { value: 'order_id' } });
  fireEvent.blur(name);
  await waitFor(() => expect(screen.getByRole('button', { name: /order_id/ })).toBeDefined());
});
