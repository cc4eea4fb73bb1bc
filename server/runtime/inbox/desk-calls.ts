import { matchLanguage } from '../../http/text-language.ts';
import type { InboxService } from '../../services.ts';
import { openConversation } from '../chat/open-conversation.ts';
import type { RuntimeDeps } from '../deps.ts';
import { toDepartments } from './access.ts';
import { createInboxStreams } from './inbox-stream.ts';
import { readNames } from './names.ts';
import { readAgents, readMe, type Touch } from './presence.ts';
import { toItem } from './to-item.ts';

const pageSize = 50;
const touchEveryMs = 20_000;

type Lists = 'inboxList' | 'inboxCounts' | 'inboxOpen' | 'inboxStream';
type Agents = 'inboxMe' | 'inboxStatus' | 'inboxAgents';

/** Calls about the desk as a whole. */
export function createDeskCalls(deps: RuntimeDeps, touch: Touch): Pick<InboxService, Lists | Agents> {
  return { ...createListCalls(deps, touch), ...createAgentCalls(deps, touch) };
}

function createListCalls(deps: RuntimeDeps, touch: Touch): Pick<InboxService, Lists> {
  const { store } = deps;
  const streams = createInboxStreams(deps);
  return {
    inboxList: async ({ caller, query }) => {
      await touch(caller);
      const { folder = 'all', q = '', cursor = null, limit = pageSize } = query;
      const words = q === '' ? null : q;
      const departments = toDepartments(caller);
      const page = await store.inbox.list({ folder, person: caller.id, departments, words, cursor, limit });
      const names = await readNames(deps);
      return { conversations: page.rows.map((row) => toItem(row, names)), cursor: page.cursor };
    },
    inboxCounts: async ({ caller }) => {
      await touch(caller);
      return { counts: await store.inbox.counts({ person: caller.id, departments: toDepartments(caller) }) };
    },
    inboxOpen: async ({ body, client }) => {
      const { id, bot, channel, language, contact } = body;
      return openConversation(deps, {
        bot,
        channel,
        contact,
        page: {},
        earlier: null,
        once: id === undefined ? undefined : { id, body },
        chooseLanguage: (languages) => matchLanguage([language, client.acceptLanguage], languages),
      });
    },
    inboxStream: async ({ caller }, sink) => {
      await touch(caller);
      await streams.follow(caller, sink);
      const beat = setInterval(() => {
        touch(caller).catch((error: unknown) => deps.log.warn({ error }, 'A presence could not be written.'));
      }, touchEveryMs);
      sink.onGone(() => clearInterval(beat));
    },
  };
}

function createAgentCalls(deps: RuntimeDeps, touch: Touch): Pick<InboxService, Agents> {
  const { store, signals } = deps;
  return {
    inboxMe: async ({ caller }) => {
      await touch(caller);
      return { agent: await readMe(deps, caller) };
    },
    inboxStatus: async ({ caller, body }) => {
      await readMe(deps, caller);
      await store.desk.setPresence(caller.id, { status: body.status, seenAt: deps.clock.now() });
      signals.send({ type: 'status', agent: caller.id, status: body.status });
      return { agent: await readMe(deps, caller) };
    },
    inboxAgents: async () => ({
      agents: await readAgents(deps),
      departments: await store.desk.departments(),
    }),
  };
}
