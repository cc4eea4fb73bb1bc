import { act, fireEvent, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '../api/testing/fake-server.ts';
import { anna, createConversation, marek, toTestMessage } from './testing/conversations.ts';
import { openInbox } from './testing/open-inbox.tsx';

const mine = { handler: 'agent', folder: 'live', agent: anna, waitingSince: null, queue: null } as const;
type Screen = ReturnType<typeof openInbox>['screen'];

/** Where the agent writes. */
async function findField(screen: Screen): Promise<HTMLTextAreaElement> {
  return (await screen.findByLabelText('Message to the customer')) as HTMLTextAreaElement;
}

const send = 'POST /api/inbox/conversations/*/messages';

describe('the inbox', () => {
  it('lists who waits and why', async () => {
    const { screen } = openInbox('/inbox', [createConversation({ unread: true })]);
    const list = await screen.findByRole('list', { name: 'Waiting' });
    const row = within(list).getByRole('link');
    expect(row.textContent).toContain('Unread:');
    expect(row.textContent).toContain('Maria Jansen');
    expect(row.textContent).toContain('The customer asked for a person');
    expect(row.getAttribute('href')).toBe('/inbox/c1?folder=waiting');
    await waitFor(() => expect(document.title).toBe('(1) Inbox · Baton'));
  });

  it('shows transcript and collected facts, and lets the agent write once it took over', async () => {
    const waiting = createConversation();
    const taken = { ...waiting, ...mine };
    const { screen, table } = openInbox('/inbox/c1', [waiting]);
    table['POST /api/inbox/conversations/*/join'] = () => {
      table['GET /api/inbox/conversations/*'] = () => ({ body: { conversation: taken } });
      return { body: { conversation: taken } };
    };
    expect((await screen.findByRole('log')).textContent).toContain('Can I talk to somebody?');
    expect(screen.getByText('AB-123456')).toBeDefined();
    expect(screen.queryByLabelText('Message to the customer')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Take over' }));
    expect(await screen.findByLabelText('Message to the customer')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Resolve' })).toBeDefined();
  });

  it('says who was first when somebody else took over', async () => {
    const { screen } = openInbox('/inbox/c1', [createConversation()], {
      'POST /api/inbox/conversations/*/join': () =>
        problem(409, 'already-joined', 'Somebody else was first.', { winner: marek }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Take over' }));
    expect(await screen.findByText('Marek Nowak joined first and is answering this customer.')).toBeDefined();
  });

  it('keeps a message that failed and sends it again under the same id', async () => {
    let failing = true;
    const conversation = createConversation(mine);
    const answered = {
      ...conversation,
      number: 3,
      messages: [...conversation.messages, toTestMessage(3, 'agent', 'Good morning')],
    };
    const { screen, heard } = openInbox('/inbox/c1', [conversation], {
      [send]: () =>
        failing ? problem(503, 'busy', 'The server is busy.') : { body: { conversation: answered } },
    });
    const field = await findField(screen);
    fireEvent.change(field, { target: { value: 'Good morning' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(field.value).toBe('');
    expect(await screen.findByText('Not sent, but kept here. Refused. The server is busy.')).toBeDefined();
    failing = false;
    fireEvent.click(screen.getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(screen.queryByText(/Not sent/)).toBeNull());
    const ids = heard
      .filter(({ path }) => path.endsWith('/messages'))
      .map(({ body }) => (body as { id: string }).id);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(within(screen.getByRole('log')).getAllByText('Good morning')).toHaveLength(1);
  });

  it('starts a new line with Shift and Enter, and keeps the draft of each conversation', async () => {
    const { screen, router, heard } = openInbox('/inbox/c1', [
      createConversation(mine),
      createConversation({ ...mine, id: 'c2' }),
    ]);
    const field = await findField(screen);
    fireEvent.change(field, { target: { value: 'Dear Maria' } });
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
    await act(() => router.navigate('/inbox/c2'));
    expect((await findField(screen)).value).toBe('');
    await act(() => router.navigate('/inbox/c1'));
    const again = await findField(screen);
    expect(again.value).toBe('Dear Maria');
    expect(heard.some(({ method, path }) => method === 'POST' && path.endsWith('/messages'))).toBe(false);
  });

  it('resolves with an outcome and the survey that was chosen', async () => {
    const conversation = createConversation(mine);
    const { screen, heard } = openInbox('/inbox/c1', [conversation], {
      'POST /api/inbox/conversations/*/resolve': () => ({ body: { conversation } }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Resolve' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Solved' }));
    fireEvent.click(within(dialog).getByRole('radio', { name: 'Survey: How did we do' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(heard.find(({ path }) => path.endsWith('/resolve'))?.body).toEqual({
      outcome: 'Solved',
      survey: 'satisfaction',
    });
  });

  it('starts a survey again and again while the bot answers', async () => {
    const conversation = createConversation({
      handler: 'bot',
      folder: 'done',
      waitingSince: null,
      queue: null,
    });
    const { screen, heard } = openInbox('/inbox/c1?folder=done', [conversation], {
      'POST /api/inbox/conversations/*/survey': () => ({ body: { conversation } }),
    });
    const surveys = () => heard.filter(({ path }) => path.endsWith('/survey'));
    for (const times of [1, 2]) {
      const button = await screen.findByRole('button', { name: 'Start a survey' });
      await waitFor(() => expect(button.hasAttribute('data-loading')).toBe(false));
      fireEvent.click(button);
      await waitFor(() => expect(surveys()).toHaveLength(times));
    }
    expect(surveys()[1]?.body).toEqual({ name: 'satisfaction' });
    expect(screen.getByRole('button', { name: 'Switch live chat on' })).toBeDefined();
  });

  it('opens the next and the previous conversation with j and k, but not while the agent types', async () => {
    const { screen, router } = openInbox('/inbox', [
      createConversation(),
      createConversation({ ...mine, id: 'c2' }),
    ]);
    await screen.findByRole('list', { name: 'Waiting' });
    fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox/c1'));
    fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox/c2'));
    fireEvent.keyDown(await screen.findByLabelText('Message to the customer'), { key: 'k' });
    expect(router.state.location.pathname).toBe('/inbox/c2');
    fireEvent.keyDown(document.body, { key: 'k' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox/c1'));
  });

  it('says what happened and offers another try when a list cannot be read', async () => {
    const { screen, table } = openInbox('/inbox', [], {
      'GET /api/inbox/conversations': () => problem(403, 'role', 'Only agents may read conversations.'),
    });
    expect(await screen.findByText('Refused. Only agents may read conversations.')).toBeDefined();
    table['GET /api/inbox/conversations'] = () => ({ body: { conversations: [], cursor: null } });
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nobody is waiting')).toBeDefined();
  });
});
