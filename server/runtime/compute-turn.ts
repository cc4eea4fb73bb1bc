import { movesOn } from '../../shared/interpreter/moves-on.ts';
import { step } from '../../shared/interpreter/step.ts';
import type { Content, Event } from '../../shared/schema/event.ts';
import type { Part } from '../../shared/schema/message.ts';
import type { State } from '../../shared/schema/state.ts';
import { readMessage } from '../../shared/understanding/read.ts';
import type {
  BotRecord,
  ContactRecord,
  ConversationRecord,
  MessageRecord,
  PatchEvent,
} from '../store/records.ts';
import type { TurnCommit } from '../store/store.ts';
import type { RuntimeDeps } from './deps.ts';
import { performEffects } from './effects/index.ts';
import { readFacts } from './facts.ts';
import type { RunningRelease } from './live-bots.ts';
import { addEvent, addMessage, toWriting, type Writing } from './writing.ts';

/** A conversation as it is when its turn begins. */
export interface Loaded {
  conversation: ConversationRecord;
  contact: ContactRecord;
  bot: BotRecord;
}

/** What happens to a conversation in one turn. */
export interface Happening {
  /** What a person says; it comes first in the transcript. */
  said?: { from: MessageRecord['from']; parts: Part[] };
  /** For the interpreter; a message is read and numbered on the way. */
  event?: Event | { type: 'message'; content: Content };
  /** A change of the state that is not the interpreter's. */
  patch?: PatchEvent['state'];
  /** Changes what is kept beside the state, before the event is taken. */
  change?: (writing: Writing) => void;
  /** The same, after it. */
  finish?: (writing: Writing) => void;
  /** The customer's thumb under a message of this number. */
  feedback?: { number: number; value: 'up' | 'down' };
  /** Outgoing work whose result this is. */
  finished?: NonNullable<TurnCommit['finished']>;
}

/** Results of the turn's own effects are taken in the same turn; a drawing in circles must not hold it for ever. */
const mostEvents = 50;

/** Works out what a turn writes. Nothing is written yet. */
export async function computeTurn(deps: RuntimeDeps, loaded: Loaded, happening: Happening): Promise<Writing> {
  const { bot } = loaded;
  const current = await deps.bots.release(bot.id, loaded.conversation.state.release);
  const writing = toWriting({
    now: deps.clock.now(),
    settings: await deps.bots.settings(bot, current),
    newId: deps.newId,
    publicUrl: deps.publicUrl,
    conversation: loaded.conversation,
    contact: loaded.contact.attributes,
  });
  if (happening.patch) applyPatch(writing, happening.patch);
  if (happening.said) say(writing, happening.said);
  happening.change?.(writing);
  if (happening.event) await takeEvents(deps, bot, writing, happening.event);
  happening.finish?.(writing);
  return writing;
}

/** A customer who writes again after all was done is not done; answers to a survey are no new matter. */
function say(writing: Writing, { from, parts }: NonNullable<Happening['said']>): void {
  addMessage(writing, from, parts);
  const { conversation } = writing;
  const reopens =
    from.kind === 'customer' && conversation.keptFolder === 'done' && !conversation.state.survey;
  if (reopens) conversation.keptFolder = null;
}

function applyPatch(writing: Writing, patch: PatchEvent['state']): void {
  const { conversation } = writing;
  conversation.state = { ...conversation.state, ...patch };
  addEvent(writing, { type: 'patch', state: patch }, null);
}

async function takeEvents(
  deps: RuntimeDeps,
  bot: BotRecord,
  writing: Writing,
  first: NonNullable<Happening['event']>,
): Promise<void> {
  let next: NonNullable<Happening['event']> | undefined = first;
  for (let taken = 0; next && taken < mostEvents; taken += 1) {
    await takeEvent(deps, bot, writing, next);
    next = writing.results.shift();
  }
}

async function takeEvent(
  deps: RuntimeDeps,
  bot: BotRecord,
  writing: Writing,
  happening: NonNullable<Happening['event']>,
): Promise<void> {
  const { conversation } = writing;
  const running = await chooseRelease(deps, bot, conversation.state, happening);
  const event = toEvent(happening, running, conversation);
  const facts = await readFacts(deps, writing.settings, {
    id: conversation.id,
    bot: bot.id,
    contact: { ...writing.contact },
    lastNumber: conversation.lastNumber,
  });
  const { state, effects } = step(running.release, conversation.state, event, facts);
  conversation.state = state;
  addEvent(writing, event, facts);
  performEffects(effects, writing);
}

async function chooseRelease(
  deps: RuntimeDeps,
  bot: BotRecord,
  state: State,
  event: NonNullable<Happening['event']>,
): Promise<RunningRelease> {
  const newest = bot.currentRelease ?? state.release;
  const number = movesOn(state, event) ? newest : state.release;
  const running = await deps.bots.release(bot.id, number);
  if (!running) throw new Error(`Bot ${bot.id} has lost its release ${number}.`);
  return running;
}

/** Reads a message with the release's model while the bot has the conversation; of a person's it sees nothing. */
function toEvent(
  happening: NonNullable<Happening['event']>,
  { model }: RunningRelease,
  { state, lastNumber }: ConversationRecord,
): Event {
  if (happening.type !== 'message' || 'number' in happening) return happening;
  const { content } = happening;
  // A button that is too old counts as its label's words, so those are read too.
  const words = content.kind === 'text' ? content.text : content.kind === 'choice' ? content.label : null;
  const reads = state.handler === 'bot' && words !== null;
  const reading = reads
    ? readMessage(model, words, { earlier: state.earlier, languages: [state.language] })
    : null;
  return { type: 'message', number: lastNumber, content, reading };
}
