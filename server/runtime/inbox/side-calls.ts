import type { InboxConversation } from '../../../shared/api/inbox-conversation.ts';
import type { Caller, InboxService } from '../../services.ts';
import type { ClientCallRecord, ConversationRecord } from '../../store/records.ts';
import type { Done } from '../../store/store.ts';
import { readMessages } from '../chat/chat-service.ts';
import { readFile, storeFile } from '../chat/files.ts';
import { sendTyping } from '../chat/typing.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Loaded } from '../happening.ts';
import { answerOnce, toKeyedCall } from '../keyed-calls.ts';
import { load } from '../turn.ts';
import { requireHolder, requireVisible } from './access.ts';

/** A call about one conversation, and the whole of it for an answer. */
export type Ask = { caller: Caller; params: { id: string } };
export type Read = (call: Ask) => Promise<{ conversation: InboxConversation }>;

type SideCalls = 'inboxMessages' | 'inboxNote' | 'inboxSeen' | 'inboxTyping' | 'inboxUpload' | 'inboxFile';

/** Calls beside a conversation, which the interpreter never sees. */
export function createSideCalls(deps: RuntimeDeps, read: Read): Pick<InboxService, SideCalls> {
  const { store } = deps;
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
      await answerOnce<null>(deps, toKeyedCall('note', call), async (keep) => {
        const { conversation } = await visible(call);
        const note = { by: call.caller.name, text: call.body.text };
        const done = await addNote(deps, conversation, note, keep(null));
        return done === 'repeated' ? done : null;
      });
      return read(call);
    },
    inboxSeen: async (call) => {
      const { conversation } = await visible(call);
      const number = Math.min(call.body.number, conversation.lastNumber);
      await store.inbox.seen(conversation.id, call.caller.id, number);
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

async function addNote(
  { store, clock, signals, newId }: RuntimeDeps,
  { id, lastNumber, department }: ConversationRecord,
  note: { by: string; text: string },
  call: ClientCallRecord | null,
): Promise<Done> {
  const at = clock.now();
  const done = await store.desk.addNote({ id: newId(), conversation: id, at, ...note }, call);
  if (done === 'repeated') return done;
  const departments = [department];
  signals.send({ type: 'conversation', conversation: id, number: lastNumber, departments, begun: true, at });
  return done;
}
