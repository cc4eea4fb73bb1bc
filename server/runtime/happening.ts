import type { Content, Event } from '../../shared/schema/event.ts';
import type { Part } from '../../shared/schema/message.ts';
import type { Model } from '../../shared/understanding/model.ts';
import { readMessage } from '../../shared/understanding/read.ts';
import type {
  BotRecord,
  ContactRecord,
  ConversationRecord,
  MessageRecord,
  PatchEvent,
} from '../store/records.ts';
import type { TurnCommit } from '../store/store.ts';
import { addEvent, addMessage, type Writing } from './writing.ts';

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

/** What a turn comes to. */
export interface TurnAnswer {
  conversation: ConversationRecord;
  /** What was stored in this turn, what a person said first. */
  messages: MessageRecord[];
  handler: ConversationRecord['handler'];
  /** The call was made before; this is its first answer. */
  repeated?: true;
}

/** What comes before the interpreter: patches, what a person said, and changes beside the state. */
export function applyHappening(writing: Writing, { patch, said, change }: Happening): void {
  if (patch) {
    const { conversation } = writing;
    conversation.state = { ...conversation.state, ...patch };
    addEvent(writing, { type: 'patch', state: patch }, null);
  }
  if (said) say(writing, said);
  change?.(writing);
}

/** A customer who writes again after all was done is not done; answers to a survey are no new matter. */
function say(writing: Writing, { from, parts }: NonNullable<Happening['said']>): void {
  addMessage(writing, from, parts);
  const { conversation } = writing;
  const reopens =
    from.kind === 'customer' && conversation.keptFolder === 'done' && !conversation.state.survey;
  if (reopens) conversation.keptFolder = null;
}

/** Reads a message with the release's model while the bot has the conversation; of a person's it sees nothing. */
export function toEvent(
  happens: NonNullable<Happening['event']>,
  model: Model,
  { state, lastNumber }: ConversationRecord,
): Event {
  if (happens.type !== 'message' || 'number' in happens) return happens;
  const { content } = happens;
  // A button that is too old counts as its label's words, so those are read too.
  const words = content.kind === 'text' ? content.text : content.kind === 'choice' ? content.label : null;
  const reads = state.handler === 'bot' && words !== null;
  const reading = reads
    ? readMessage(model, words, { earlier: state.earlier, languages: [state.language] })
    : null;
  return { type: 'message', number: lastNumber, content, reading };
}
