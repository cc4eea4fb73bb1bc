import { HttpProblem } from '../http/http-problem.ts';
import type { ClientCallRecord, ConversationRecord, MessageRecord } from '../store/records.ts';
import { computeTurn, type Happening, type Loaded } from './compute-turn.ts';
import type { RuntimeDeps } from './deps.ts';
import { sendSignals } from './send-signals.ts';
import { toCommit, type Writing } from './writing.ts';

/** A call that carries the caller's own id: made twice, it is answered as the first time. */
export interface OnceCall {
  id: string;
  body: unknown;
}

export interface TurnRequest {
  conversation: string;
  once?: OnceCall | undefined;
  /**
   * Looks at the conversation as it is now and says what happens; null when nothing does. It may refuse with
   * an `HttpProblem`. After a lost race it is asked again.
   */
  decide(loaded: Loaded): Promise<Happening | null> | Happening | null;
}

export interface TurnAnswer {
  conversation: ConversationRecord;
  /** What was stored in this turn, what a person said first. */
  messages: MessageRecord[];
  handler: ConversationRecord['handler'];
}

const mostRaces = 20;

/**
 * One turn of one conversation: load, decide, run, commit in one transaction, tell the live readers. Turns of
 * a conversation run one after the other; one that lost a race against another process is computed again.
 * @returns what was stored; null when `decide` says that nothing happens.
 */
export function runTurn(deps: RuntimeDeps, request: TurnRequest): Promise<TurnAnswer | null> {
  return deps.serial.run(request.conversation, async () => {
    for (let race = 0; race < mostRaces; race += 1) {
      const answered = await findAnswer(deps, request);
      if (answered) return answered;
      const loaded = await load(deps, request.conversation);
      const happening = await request.decide(loaded);
      if (happening === null) return null;
      const writing = await computeTurn(deps, loaded, happening);
      const commit = toCommit(writing, {
        feedback: happening.feedback ?? null,
        finished: happening.finished ?? null,
        clientCall: request.once ? toCallRecord(deps, request.conversation, request.once, writing) : null,
      });
      if ((await deps.store.conversations.commit(commit)) === 'conflict') continue;
      sendSignals(deps, writing, commit);
      return {
        conversation: commit.conversation,
        messages: commit.messages,
        handler: commit.conversation.handler,
      };
    }
    throw new Error(`Conversation ${request.conversation} is written by too many at once.`);
  });
}

/** Loads a conversation with its contact and its bot; 404 where there is none. */
export async function load(deps: RuntimeDeps, id: string): Promise<Loaded> {
  const conversation = await deps.store.conversations.read(id);
  if (!conversation) throw new HttpProblem(404, 'no-conversation');
  const [contact, bot] = await Promise.all([
    deps.store.conversations.readContact(conversation.contact),
    deps.bots.read(conversation.bot),
  ]);
  if (!contact || !bot) throw new HttpProblem(404, 'no-conversation');
  return { conversation, contact, bot };
}

/** What a call's answer is rebuilt from. */
interface KeptAnswer {
  first: number;
  count: number;
  handler: ConversationRecord['handler'];
}

/** A call's record; `scope` keeps the ids of different conversations apart. */
export function toCallRecord(
  { clock, secrets }: Pick<RuntimeDeps, 'clock' | 'secrets'>,
  scope: string,
  once: OnceCall,
  { messages, conversation }: Writing,
): ClientCallRecord {
  const answer: KeptAnswer & { conversation: string } = {
    conversation: conversation.id,
    first: messages[0]?.number ?? 0,
    count: messages.length,
    handler: conversation.handler,
  };
  return { scope, id: once.id, bodyHash: secrets.toHash(JSON.stringify(once.body)), answer, at: clock.now() };
}

/** The record of a call that was made before; 409 when it was made with another body. */
export async function findCall(
  { store, secrets }: Pick<RuntimeDeps, 'store' | 'secrets'>,
  scope: string,
  once: OnceCall,
): Promise<ClientCallRecord | null> {
  const call = await store.conversations.clientCall(scope, once.id);
  if (call && call.bodyHash !== secrets.toHash(JSON.stringify(once.body)))
    throw new HttpProblem(409, 'repeated-id');
  return call;
}

async function findAnswer(
  deps: RuntimeDeps,
  { conversation: id, once }: TurnRequest,
): Promise<TurnAnswer | null> {
  const call = once ? await findCall(deps, id, once) : null;
  if (!call) return null;
  const { conversation } = await load(deps, id);
  const { first, count, handler } = call.answer as KeptAnswer;
  return { conversation, handler, messages: await readAnswered(deps, id, first, count) };
}

export async function readAnswered(
  { store }: Pick<RuntimeDeps, 'store'>,
  conversation: string,
  first: number,
  count: number,
): Promise<MessageRecord[]> {
  return count === 0 ? [] : store.conversations.messages(conversation, first - 1, count);
}
