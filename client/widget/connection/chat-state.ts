import type { ChatBot, ConversationState, SendBody } from '../../../shared/api/chat.ts';
import type { Speaker } from '../../../shared/api/fields.ts';
import type { Handler, Message } from '../../../shared/schema/message.ts';

/** Something the customer sent that the server has not confirmed yet. */
export interface Pending {
  /** When it was said, as an instant in ISO 8601. */
  readonly at: string;
  /** What is sent; an upload has only its id until the file has arrived. */
  readonly body: SendBody;
  /** What the customer reads meanwhile; empty shows nothing. */
  readonly label: string;
  readonly uploading?: boolean;
  /** The newest message when it was first sent: a customer's message after that is this one. */
  readonly after?: number;
  /** Why the server refused it; it is not sent again by itself. */
  readonly refusal?: string | undefined;
}

/** Everything a chat window shows. */
export interface ChatState {
  /** `resting`: nothing asked for yet. `unavailable`: the bot is off or unknown; `detail` says so. */
  readonly phase: 'resting' | 'loading' | 'open' | 'ended' | 'unavailable';
  readonly detail: string;
  /** Whether the server answered last time. */
  readonly online: boolean;
  readonly bot: ChatBot | null;
  /** Of the conversation; before it begins the page's. */
  readonly language: string;
  readonly handler: Handler;
  readonly agent: Speaker | null;
  readonly queue: ConversationState['queue'];
  readonly messages: readonly Message[];
  /** Of finished conversations, as far as they were asked for, oldest first. */
  readonly earlier: readonly Message[];
  /** How many finished conversations can still be shown. */
  readonly earlierLeft: number;
  readonly pending: readonly Pending[];
  /** The customer's own thumbs and, as far as given on this page, ratings: by message id. */
  readonly given: Readonly<Record<string, 'up' | 'down' | number>>;
  /** Who writes just now. */
  readonly typing: { readonly from: 'bot' | 'agent'; readonly name?: string | undefined } | null;
}

/** A conversation of which nothing is known yet. */
export const emptyConversation = {
  detail: '',
  handler: 'bot',
  agent: null,
  queue: null,
  messages: [],
  earlier: [],
  given: {},
  typing: null,
} as const satisfies Partial<ChatState>;
