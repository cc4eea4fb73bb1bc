import type { InboxConversation } from '../../../shared/api/inbox-conversation.ts';
import type { Caller, InboxService } from '../../services.ts';
import { readMessages } from '../chat/chat-service.ts';
import { chooseLanguage } from '../chat/choose-language.ts';
import { readFile, storeFile } from '../chat/files.ts';
import { openConversation } from '../chat/open-conversation.ts';
import { sendTyping } from '../chat/typing.ts';
import type { Happening, Loaded } from '../compute-turn.ts';
import type { RuntimeDeps } from '../deps.ts';
import { load, type OnceCall, runTurn } from '../turn.ts';
import { requireHolder, requireVisible, toDepartments } from './access.ts';
import { assign, flow, join, resolve, returnToQueue, send, survey, tags } from './agent-turns.ts';
import { followInbox } from './inbox-stream.ts';
import { readNames } from './names.ts';
import { createTouch, readAgents, readMe } from './presence.ts';
import { readConversation } from './read-conversation.ts';
import { toItem } from './to-item.ts';

const pageSize = 50;
const touchEveryMs = 20_000;

type Ask = { caller: Caller; params: { id: string } };
type Answer = Promise<{ conversation: InboxConversation }>;

/** What agents may do. Every call shows that the caller's inbox is alive. */
export function createInboxService(deps: RuntimeDeps): InboxService {
  const touch = createTouch(deps);
  const read = async ({ caller, params }: Ask): Answer => ({
    conversation: await readConversation(deps, params.id, caller),
  });
  const act = async <C extends Ask>(
    call: C,
    decide: (deps: RuntimeDeps, call: C, loaded: Loaded) => Promise<Happening | null> | Happening | null,
    once?: OnceCall,
  ): Answer => {
    await touch(call.caller);
    const turn = await runTurn(deps, {
      conversation: call.params.id,
      once,
      decide: (loaded) => {
        requireVisible(call.caller, loaded.conversation);
        return decide(deps, call, loaded);
      },
    });
    // Whoever acts on a conversation has read it, and gets it once more even after giving it away.
    if (turn) await deps.store.inbox.seen(call.params.id, call.caller.id, turn.conversation.lastNumber);
    return read(call);
  };
  return {
    ...createDesk(deps, touch),
    ...createSideCalls(deps, read),
    inboxRead: async (call) => {
      requireVisible(call.caller, (await load(deps, call.params.id)).conversation);
      return read(call);
    },
    inboxJoin: (call) => act(call, join),
    inboxSend: (call) => act(call, send, { id: call.body.id, body: call.body }),
    inboxResolve: (call) => act(call, resolve),
    inboxSurvey: (call) => act(call, survey),
    inboxFlow: (call) => act(call, flow),
    inboxEvent: (call) => act(call, () => ({ event: { type: 'named-event', name: call.body.name } })),
    inboxReturn: (call) => act(call, returnToQueue),
    inboxAssign: (call) => act(call, assign),
    inboxTags: (call) => act(call, tags),
    inboxFolder: (call) =>
      act(call, () => ({
        change: (writing) => {
          writing.conversation.keptFolder = call.body.folder;
        },
      })),
  };
}

type DeskCalls =
  | 'inboxList'
  | 'inboxCounts'
  | 'inboxOpen'
  | 'inboxStream'
  | 'inboxMe'
  | 'inboxStatus'
  | 'inboxAgents';

/** Calls about the desk as a whole. */
function createDesk(
  deps: RuntimeDeps,
  touch: (caller: Caller) => Promise<void>,
): Pick<InboxService, DeskCalls> {
  const { store, signals } = deps;
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
        chooseLanguage: (languages) => chooseLanguage(languages, [language, client.acceptLanguage]),
      });
    },
    inboxStream: async ({ caller }, sink) => {
      await touch(caller);
      await followInbox(deps, caller, sink);
      const beat = setInterval(() => {
        touch(caller).catch((error: unknown) => deps.log.warn({ error }, 'A presence could not be written.'));
      }, touchEveryMs);
      sink.gone.addEventListener('abort', () => clearInterval(beat), { once: true });
      if (sink.gone.aborted) clearInterval(beat);
    },
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

type SideCalls = 'inboxMessages' | 'inboxNote' | 'inboxSeen' | 'inboxTyping' | 'inboxUpload' | 'inboxFile';

/** Calls beside a conversation, which the interpreter never sees. */
function createSideCalls(deps: RuntimeDeps, read: (call: Ask) => Answer): Pick<InboxService, SideCalls> {
  const { store, clock } = deps;
  const visible = async ({ caller, params }: Ask): Promise<Loaded> => {
    const loaded = await load(deps, params.id);
    requireVisible(caller, loaded.conversation);
    return loaded;
  };
  return {
    inboxMessages: async (call) => {
      await visible(call);
      return readMessages(deps, call.params.id, call.query.after ?? 0);
    },
    inboxNote: async (call) => {
      const { conversation } = await visible(call);
      const { id, lastNumber, department } = conversation;
      const note = {
        id: deps.newId(),
        conversation: id,
        at: clock.now(),
        by: call.caller.name,
        text: call.body.text,
      };
      await store.desk.addNote(note);
      deps.signals.send({
        type: 'conversation',
        conversation: id,
        number: lastNumber,
        departments: [department],
        begun: true,
        at: clock.now(),
      });
      return read(call);
    },
    inboxSeen: async (call) => {
      const { conversation } = await visible(call);
      await store.inbox.seen(
        conversation.id,
        call.caller.id,
        Math.min(call.body.number, conversation.lastNumber),
      );
      return undefined;
    },
    inboxTyping: async (call) => {
      const { conversation } = await visible(call);
      requireHolder(call.caller, conversation);
      await sendTyping(deps, conversation.id, 'agent', call.caller.name);
      return undefined;
    },
    inboxUpload: async (call, file) => {
      await visible(call);
      return storeFile(deps, call.params.id, file);
    },
    inboxFile: async (call) => {
      await visible(call);
      return readFile(deps, call.params.id, call.params.file);
    },
  };
}
