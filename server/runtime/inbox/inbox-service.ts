import type { InboxService } from '../../services.ts';
import type { OnceCall } from '../client-calls.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Happening, Loaded } from '../happening.ts';
import { toKeyedCall } from '../keyed-calls.ts';
import { load, runTurn } from '../turn.ts';
import { requireVisible } from './access.ts';
import {
  assign,
  flow,
  join,
  putIntoFolder,
  resolve,
  returnToQueue,
  send,
  sendEvent,
  survey,
  tags,
} from './agent-turns.ts';
import { createDeskCalls } from './desk-calls.ts';
import { createTouch, type Touch } from './presence.ts';
import { readConversation } from './read-conversation.ts';
import { type Ask, createSideCalls, type Read } from './side-calls.ts';

/** What agents may do. Every call shows that the caller's inbox is alive. */
export function createInboxService(deps: RuntimeDeps): InboxService {
  const touch = createTouch(deps);
  const read = createRead(deps);
  const act = createAct(deps, touch, read);
  return {
    ...createDeskCalls(deps, touch),
    ...createSideCalls(deps, read),
    inboxRead: async (call) => {
      requireVisible(call.caller, (await load(deps, call.params.id)).conversation);
      return read(call);
    },
    inboxJoin: (call) => act(call, join, toKeyedCall('join', call)),
    inboxSend: (call) => act(call, send, { scope: call.params.id, id: call.body.id, body: call.body }),
    inboxResolve: (call) => act(call, resolve, toKeyedCall('resolve', call)),
    inboxSurvey: (call) => act(call, survey, toKeyedCall('survey', call)),
    inboxFlow: (call) => act(call, flow, toKeyedCall('flow', call)),
    inboxEvent: (call) => act(call, sendEvent, toKeyedCall('event', call)),
    inboxReturn: (call) => act(call, returnToQueue, toKeyedCall('return', call)),
    inboxAssign: (call) => act(call, assign, toKeyedCall('assign', call)),
    inboxTags: (call) => act(call, tags, toKeyedCall('tags', call)),
    inboxFolder: (call) => act(call, putIntoFolder, toKeyedCall('folder', call)),
  };
}

function createRead(deps: RuntimeDeps): Read {
  return async ({ caller, params }) => ({ conversation: await readConversation(deps, params.id, caller) });
}

type Act = <C extends Ask>(
  call: C,
  decide: (deps: RuntimeDeps, call: C, loaded: Loaded) => Promise<Happening | null> | Happening | null,
  once?: OnceCall,
) => ReturnType<Read>;

/** Makes a turn of an agent's call and answers the conversation as it is then. */
function createAct(deps: RuntimeDeps, touch: Touch, read: Read): Act {
  return async (call, decide, once) => {
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
    if (turn && !turn.repeated)
      await deps.store.inbox.seen(call.params.id, call.caller.id, turn.conversation.lastNumber);
    return read(call);
  };
}
