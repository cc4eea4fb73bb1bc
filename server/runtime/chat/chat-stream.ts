import type { ChatEvent } from '../../../shared/api/chat.ts';
import type { EventSink } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Signals } from '../signals.ts';
import { Followed } from './followed.ts';

export interface ChatStreams {
  /**
   * Sends a conversation's messages after a number and everything that follows, in order and without gaps,
   * until the reader is gone. Null: the reader named something that is no number, and is reset.
   */
  follow(conversation: string, after: number | null, sink: EventSink<ChatEvent>): Promise<void>;
}

/**
 * Everybody who follows a conversation on this process, found by the conversation: a signal costs what its own
 * readers cost, and one read serves all of them.
 */
export function createChatStreams(deps: RuntimeDeps): ChatStreams {
  const followed = new Map<string, Followed>();
  const waiting = new Set<Followed>();
  listen(deps.signals, followed, waiting);
  return {
    follow: async (id, after, sink) => {
      const conversation = followed.get(id) ?? new Followed(deps, id, waiting);
      followed.set(id, conversation);
      const reader = conversation.join(sink, after);
      sink.onGone(() => {
        conversation.leave(reader);
        if (conversation.isLeft && followed.get(id) === conversation) followed.delete(id);
      });
      await conversation.readOn();
    },
  };
}

function listen(
  signals: Signals,
  followed: ReadonlyMap<string, Followed>,
  waiting: ReadonlySet<Followed>,
): void {
  signals.listenConversation(({ conversation, number }) => void followed.get(conversation)?.hear(number));
  signals.listenQueue(({ bot }) => {
    // Places in the queue are nothing to those who do not wait, and there may be many of them.
    for (const conversation of waiting) if (conversation.bot === bot) void conversation.hear(0);
  });
  signals.listenTyping(({ conversation, from, name }) => {
    if (from !== 'customer') followed.get(conversation)?.showTyping(from, name);
  });
  signals.listenMissed(async () => {
    for (const conversation of [...followed.values()]) await conversation.hear();
  });
}
