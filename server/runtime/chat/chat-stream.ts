import type { ChatEvent } from '../../../shared/api/chat.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { EventSink } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';
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
  listen(deps, followed, waiting);
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
  { signals, log }: RuntimeDeps,
  followed: ReadonlyMap<string, Followed>,
  waiting: ReadonlySet<Followed>,
): void {
  const hear = async (conversation: Followed | undefined, number?: number): Promise<void> => {
    try {
      await conversation?.readOn(number);
    } catch (error) {
      if (!(error instanceof HttpProblem)) log.error({ error }, 'A live stream could not be read.');
      // They come again and resume, or are told that there is nothing any more.
      conversation?.end();
    }
  };
  signals.listenConversation(({ conversation, number }) => void hear(followed.get(conversation), number));
  signals.listenQueue(({ bot }) => {
    // Places in the queue are nothing to those who do not wait, and there may be many of them.
    for (const conversation of waiting) if (conversation.bot === bot) void hear(conversation, 0);
  });
  signals.listenTyping(({ conversation, from, name }) => {
    if (from !== 'customer') followed.get(conversation)?.showTyping(from, name);
  });
  signals.listenMissed(async () => {
    for (const conversation of [...followed.values()]) await hear(conversation);
  });
}
