import type { RuntimeDeps } from '../deps.ts';
import { runTurn } from '../turn.ts';

/** Gives back to the queue what a person who left holds or was offered. */
export async function releaseConversations(deps: RuntimeDeps, person: string): Promise<void> {
  const { store } = deps;
  for (const { id, agent } of await store.inbox.live()) {
    if (agent !== person) continue;
    await runTurn(deps, {
      conversation: id,
      decide: ({ conversation: { state, handler } }) =>
        handler === 'agent' && state.agent?.id === person
          ? { event: { type: 'returned', agent: state.agent } }
          : null,
    });
  }
  for (const { id } of await store.inbox.waiting(null)) {
    await runTurn(deps, {
      conversation: id,
      decide: ({ conversation }) =>
        conversation.handler === 'queue' && conversation.agent?.id === person
          ? {
              change: (writing) => {
                writing.conversation.agent = null;
              },
            }
          : null,
    });
  }
}
