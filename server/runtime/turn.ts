import { movesOn } from '../../shared/interpreter/moves-on.ts';
import { step } from '../../shared/interpreter/step.ts';
import type { Event } from '../../shared/schema/event.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { BotRecord, ConversationRecord } from '../store/records.ts';
import { findAnswer, keepIdleCall, type OnceCall, toCallRecord } from './client-calls.ts';
import type { RuntimeDeps } from './deps.ts';
import { performEffects } from './effects/index.ts';
import { readFacts } from './facts.ts';
import { applyHappening, type Happening, type Loaded, type TurnAnswer, toEvent } from './happening.ts';
import type { RunningRelease } from './live-bots.ts';
import { sendSignals } from './send-signals.ts';
import { timeTurn } from './time-turn.ts';
import { addEvent, toCommit, toWriting, type Writing } from './writing.ts';

export interface TurnRequest {
  conversation: string;
  /** Where the call carries the caller's own id: made again, it is answered as the first time. */
  once?: OnceCall | undefined;
  /** Makes a conversation that is not there yet, instead of loading it. */
  begin?: () => Promise<Loaded>;
  /**
   * Looks at the conversation as it is now and says what happens; null when nothing does. It may refuse with
   * an `HttpProblem`. It only looks, since it may be asked more than once.
   */
  decide(loaded: Loaded): Promise<Happening | null> | Happening | null;
}

type Look = 'recall' | 'read';

const mostRaces = 20;
/** Results of the turn's own effects are taken in the same turn; a drawing in circles must not hold it for ever. */
const mostEvents = 50;

/**
 * One turn of one conversation, from top to bottom: load, decide, step, commit, signal, answer. Turns of a
 * conversation run one after the other. The first try is made on what this process remembers, which is nearly
 * always right; the commit finds out where it is not. Whatever that try does not settle (it was repeated, refused,
 * too late, or nothing happened) is decided on the truth of the database.
 * @returns what was stored; null when `decide` says that nothing happens.
 */
export function runTurn(deps: RuntimeDeps, request: TurnRequest): Promise<TurnAnswer | null> {
  return deps.serial.run(request.conversation, () =>
    timeTurn(deps.meter, async () => {
      const quick = await tryTurn(deps, request, 'recall').catch(notRefused);
      if (quick !== null && quick !== 'conflict') return quick;
      for (let race = 0; race < mostRaces; race += 1) {
        const answered = request.once && (await findAnswer(deps, request.once));
        if (answered) return answered;
        const sure = await tryTurn(deps, request, 'read');
        if (sure !== 'conflict') return sure;
        deps.meter.race();
      }
      throw new Error(`Conversation ${request.conversation} is written by too many at once.`);
    }),
  );
}

function notRefused(error: unknown): null {
  if (error instanceof HttpProblem) return null;
  throw error;
}

async function tryTurn(
  deps: RuntimeDeps,
  request: TurnRequest,
  look: Look,
): Promise<TurnAnswer | null | 'conflict'> {
  const loaded = request.begin ? await request.begin() : await load(deps, request.conversation, look);
  const happening = await request.decide(loaded);
  if (happening === null) {
    if (request.once && look === 'read') await keepIdleCall(deps, request.once, loaded.conversation);
    return null;
  }

  const writing = await computeTurn(deps, loaded, happening);

  const commit = toCommit(writing, {
    feedback: happening.feedback ?? null,
    finished: happening.finished ?? null,
    clientCall: request.once ? toCallRecord(deps, request.once, writing) : null,
  });
  if ((await deps.store.conversations.commit(commit)) === 'conflict') return 'conflict';

  sendSignals(deps, writing, commit);
  const { conversation, messages } = commit;
  return { conversation, messages, handler: conversation.handler };
}

/** Loads a conversation with its contact and its bot; 404 where there is none. */
export async function load(deps: RuntimeDeps, id: string, look: Look = 'read'): Promise<Loaded> {
  const { conversations } = deps.store;
  const conversation = await (look === 'recall' ? conversations.recall(id) : conversations.read(id));
  if (!conversation) throw new HttpProblem(404, 'no-conversation');
  const { contact: person } = conversation;
  const contact = await (look === 'recall'
    ? conversations.recallContact(person)
    : conversations.readContact(person));
  const bot = await deps.bots.read(conversation.bot);
  if (!contact || !bot) throw new HttpProblem(404, 'no-conversation');
  return { conversation, contact, bot };
}

/** Works out what a turn writes. Nothing is written yet. */
async function computeTurn(deps: RuntimeDeps, loaded: Loaded, happening: Happening): Promise<Writing> {
  const { bot, conversation, contact } = loaded;
  const current = await deps.bots.release(bot.id, conversation.state.release);
  const writing = toWriting({
    now: deps.clock.now(),
    settings: await deps.bots.settings(bot, current),
    newId: deps.newId,
    publicUrl: deps.publicUrl,
    conversation,
    contact,
  });
  applyHappening(writing, happening);
  let next = happening.event;
  for (let taken = 0; next && taken < mostEvents; taken += 1) {
    await takeEvent(deps, bot, writing, next);
    next = writing.results.shift();
  }
  happening.finish?.(writing);
  return writing;
}

async function takeEvent(
  deps: RuntimeDeps,
  bot: BotRecord,
  writing: Writing,
  happens: NonNullable<Happening['event']>,
): Promise<void> {
  const { conversation } = writing;
  const running = await chooseRelease(deps, bot, conversation.state, happens);
  const event: Event = toEvent(happens, running.model, conversation);
  const facts = await readFacts(deps, writing);
  const { state, effects } = step(running.release, conversation.state, event, facts);
  conversation.state = state;
  addEvent(writing, event, facts);
  performEffects(effects, writing);
}

/** The release that takes this event: a conversation moves to the newest one only where nothing is open. */
async function chooseRelease(
  deps: RuntimeDeps,
  bot: BotRecord,
  state: ConversationRecord['state'],
  event: NonNullable<Happening['event']>,
): Promise<RunningRelease> {
  const newest = bot.currentRelease ?? state.release;
  const number = movesOn(state, event) ? newest : state.release;
  const running = await deps.bots.release(bot.id, number);
  if (!running) throw new Error(`Bot ${bot.id} has lost its release ${number}.`);
  return running;
}
