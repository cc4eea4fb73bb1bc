import { HttpProblem } from '../http/http-problem.ts';
import type { ClientCallRecord, ConversationRecord, MessageRecord } from '../store/records.ts';
import type { RuntimeDeps } from './deps.ts';
import type { TurnAnswer } from './happening.ts';
import type { Writing } from './writing.ts';

/** A call that carries the caller's own id: made twice, it is answered as the first time. */
export interface OnceCall {
  /** Keeps the ids of different conversations and callers apart. */
  scope: string;
  id: string;
  body: unknown;
}

/** What a call's answer is rebuilt from. */
interface KeptAnswer {
  conversation: string;
  first: number;
  count: number;
  handler: ConversationRecord['handler'];
}

type Hashing = Pick<RuntimeDeps, 'secrets'>;

/** The record of a call, written in the same transaction as what it did. */
export function toCallRecord(
  deps: Hashing & Pick<RuntimeDeps, 'clock'>,
  once: OnceCall,
  { messages, conversation }: Writing,
): ClientCallRecord {
  const answer: KeptAnswer = {
    conversation: conversation.id,
    first: messages[0]?.number ?? 0,
    count: messages.length,
    handler: conversation.handler,
  };
  return toRecord(deps, once, answer);
}

/** A call with what it is answered when it is made again. */
export function toRecord(
  deps: Hashing & Pick<RuntimeDeps, 'clock'>,
  once: OnceCall,
  answer: unknown,
): ClientCallRecord {
  return { scope: once.scope, id: once.id, bodyHash: toBodyHash(deps, once), answer, at: deps.clock.now() };
}

/** The record of a call that was made before; null when it was not, 409 when it was made with another body. */
export async function findCall(
  deps: Hashing & Pick<RuntimeDeps, 'store'>,
  once: OnceCall,
): Promise<ClientCallRecord | null> {
  const call = await deps.store.conversations.clientCall(once.scope, once.id);
  if (call && call.bodyHash !== toBodyHash(deps, once)) throw new HttpProblem(409, 'repeated-id');
  return call;
}

/** What a turn's call was answered that was made before; null when it was not. */
export async function findAnswer(deps: RuntimeDeps, once: OnceCall): Promise<TurnAnswer | null> {
  const { conversations } = deps.store;
  const call = await findCall(deps, once);
  if (!call) return null;
  const { conversation: id, first, count, handler } = call.answer as KeptAnswer;
  const conversation = await conversations.read(id);
  if (!conversation) throw new HttpProblem(404, 'no-conversation');
  const messages: MessageRecord[] = count === 0 ? [] : await conversations.messages(id, first - 1, count);
  return { conversation, messages, handler, repeated: true };
}

/** Keeps a call that found nothing to do, so that made again later it still does nothing. */
export async function keepIdleCall(
  deps: RuntimeDeps,
  once: OnceCall,
  { id, handler }: ConversationRecord,
): Promise<void> {
  const answer: KeptAnswer = { conversation: id, first: 0, count: 0, handler };
  await deps.store.conversations.keepCall(toRecord(deps, once, answer));
}

function toBodyHash({ secrets }: Hashing, { body }: OnceCall): string {
  return secrets.toHash(JSON.stringify(body));
}
