import type { ChatEvent } from '../../../shared/api/chat.ts';
import type { EventSink } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';
import type { Signal } from '../signals.ts';
import { load } from '../turn.ts';
import { readQueue, toAgent } from './conversation-state.ts';
import { toMessage } from './to-message.ts';

const mostAtOnce = 200;

/**
 * Sends a conversation's messages after a number and everything that follows, in order and without gaps: each
 * signal only makes it read on from the last message it has sent.
 */
export async function followConversation(
  deps: RuntimeDeps,
  conversation: string,
  after: number,
  sink: EventSink<ChatEvent>,
): Promise<void> {
  const { bot } = await load(deps, conversation);
  let last = after;
  let shown = '';
  let waits = false;
  let queue = '';
  const readOn = async (): Promise<void> => {
    while (!sink.gone.aborted) {
      const messages = await deps.store.conversations.messages(conversation, last, mostAtOnce);
      for (const message of messages) {
        sink.send({ event: 'message', data: toMessage(message, bot.id) }, message.number);
        last = message.number;
      }
      if (messages.length < mostAtOnce) break;
    }
    await showHandler();
  };
  const showHandler = async (): Promise<void> => {
    const loaded = await load(deps, conversation);
    waits = loaded.conversation.handler === 'queue';
    const handler = { handler: loaded.conversation.handler, agent: toAgent(loaded.conversation) };
    if (JSON.stringify(handler) !== shown) sink.send({ event: 'handler', data: handler });
    shown = JSON.stringify(handler);
    const place = await readQueue(deps, loaded);
    if (place && JSON.stringify(place) !== queue) sink.send({ event: 'queue', data: place });
    queue = JSON.stringify(place);
  };
  const again = createReader(readOn);
  deps.signals.listen(sink.gone, (signal) => {
    // Places in the queue are nothing to those who do not wait, and there may be many of them.
    if (signal.type === 'queue' && !waits) return;
    if (!concerns(signal, conversation, bot.id)) return sendTyping(signal, conversation, sink);
    again().catch((error) => deps.log.error({ error, conversation }, 'A live stream could not be read.'));
  });
  await again();
}

function concerns(signal: Signal, conversation: string, bot: string): boolean {
  if (signal.type === 'conversation') return signal.conversation === conversation;
  return signal.type === 'queue' && signal.bot === bot;
}

function sendTyping(signal: Signal, conversation: string, sink: EventSink<ChatEvent>): void {
  if (signal.type !== 'typing' || signal.conversation !== conversation || signal.from === 'customer') return;
  const { from, name } = signal;
  sink.send({ event: 'typing', data: { from, ...(name !== undefined && { name }) } });
}

/** Runs one read at a time; signals that come meanwhile make one more. */
function createReader(read: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let wanted = false;
  const drain = async (): Promise<void> => {
    try {
      while (wanted) {
        wanted = false;
        await read();
      }
    } finally {
      running = null;
    }
  };
  return () => {
    wanted = true;
    running ??= drain();
    return running;
  };
}
