import { fireEvent, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { renderScreen } from '../../ui/testing/render-screen.tsx';
import type { SaveState } from '../document/autosave.ts';
import { createDocumentStore, perform } from '../document/document-store.ts';
import { editData } from '../document/node-commands.ts';
import { EditorContext } from '../editor-context.ts';
import { draftFile } from '../testing/draft-file.ts';
import { createViewStore, toNodeKey, toPortKey } from '../view-store.ts';
import { SimulatorPanel } from './SimulatorPanel.tsx';

// What happy-dom lacks of a browser.
Element.prototype.scrollTo ??= () => {};

function openSimulator() {
  const document = createDocumentStore(draftFile(), 1);
  const view = createViewStore({ flow: 'other', language: 'en' });
  const autosave = {
    state: createStore<SaveState>()(() => ({ type: 'saved' })),
    flush: async () => {},
    settle: () => {},
    stop: () => {},
  };
  const editor = { bot: 'shop', document, view, autosave };
  const element = (
    <EditorContext value={editor}>
      <SimulatorPanel />
    </EditorContext>
  );
  return { ...renderScreen([{ path: '/', element }], '/'), document, view };
}

it('plays the drawing, lights up its way, and says when the drawing has changed', async () => {
  const { screen, document, view } = openSimulator();
  const log = await screen.findByRole('log', { name: 'Conversation' });
  expect(log.textContent).toMatch(/Hello.*What is it about\?/);
  fireEvent.click(screen.getByRole('button', { name: 'An order' }));
  await waitFor(() => expect(view.getState().flow).toBe('main'));
  expect(view.getState().runPath?.leftPorts).toContain(toPortKey('main', 'menu', 'order'));
  expect(view.getState().runPath?.current).toBe(toNodeKey('main', 'menu'));
  expect(log.textContent).toContain('Taken as the answer');

  expect(screen.queryByText(/drawing has changed/)).toBeNull();
  const greet = editData('main', 'hello', (data) => {
    data.text = 'Good day';
  });
  perform(document, greet);
  await screen.findByText(/drawing has changed/);
  const [again] = screen.getAllByRole('button', { name: 'Start again' });
  fireEvent.click(again!);
  await waitFor(() => expect(log.textContent).toContain('Good day'));
  expect(log.textContent).not.toContain('Taken as the answer');
  expect(screen.queryByText(/drawing has changed/)).toBeNull();
});

it('lets the designer write as the customer and, once joined, as the agent, and ends the way when closed', async () => {
  const { screen, view } = openSimulator();
  const line = await screen.findByLabelText('Write as the customer');
  fireEvent.change(line, { target: { value: 'xyzzy plugh' } });
  fireEvent.submit(line.closest('form')!);
  await screen.findByText('Did not understand (1st time)');
  fireEvent.click(screen.getByRole('tab', { name: 'Agent' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Join as Alex' }));
  await screen.findByText('Alex answers');
  fireEvent.click(screen.getByRole('radio', { name: 'Agent' }));
  const agentLine = await screen.findByLabelText('Write as the agent');
  fireEvent.change(agentLine, { target: { value: 'Hello, a person here.' } });
  fireEvent.submit(agentLine.closest('form')!);
  await screen.findByText('Hello, a person here.');
  fireEvent.click(screen.getByRole('button', { name: 'Resolve' }));
  await screen.findByText('You are talking to the assistant again.');
  screen.unmount();
  expect(view.getState().runPath).toBeNull();
});
