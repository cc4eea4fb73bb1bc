import type { SessionPerson } from '../../../shared/api/auth.ts';
import type { InboxConversation } from '../../../shared/api/inbox-conversation.ts';
import { type Handle, silentStream, startFakeServer } from '../../api/testing/fake-server.ts';
import { renderScreen } from '../../ui/testing/render-screen.tsx';
import { InboxPage } from '../InboxPage.tsx';
import { outgoingStore } from '../outgoing.ts';
import { anna, toRow } from './conversations.ts';

const person: SessionPerson = {
  ...anna,
  email: 'anna@example.com',
  avatar: null,
  language: null,
  roles: ['agent'],
  departments: [],
};
const counts = { waiting: 1, live: 0, bot: 0, 'follow-up': 0, done: 0, spam: 0, mine: 0, all: 1, unread: 0 };

/** Opens the inbox as Anna, with these conversations on a fake server. */
export function openInbox(
  address: string,
  conversations: InboxConversation[],
  more: Record<string, Handle> = {},
) {
  outgoingStore.setState({ drafts: {}, messages: [] });
  const now = () => conversations;
  const server = startFakeServer({
    'GET /api/inbox/stream': silentStream,
    'GET /api/inbox/counts': () => ({ body: { counts } }),
    'GET /api/inbox/me': () => ({
      body: { agent: { ...anna, avatar: null, status: 'online', departments: [], live: 0 } },
    }),
    'GET /api/inbox/agents': () => ({ body: { agents: [], departments: [] } }),
    'GET /api/inbox/conversations': () => ({ body: { conversations: now().map(toRow), cursor: null } }),
    'GET /api/inbox/conversations/*': ({ path }) => {
      const conversation = now().find(({ id }) => path.endsWith(`/${id}`));
      return conversation ? { body: { conversation } } : { status: 404 };
    },
    ...more,
  });
  const routes = [{ path: '/inbox/:conversation?', element: <InboxPage /> }];
  return { ...renderScreen(routes, address, person), ...server };
}
