import type { Readable } from 'node:stream';
import type { adminRoutes } from '../shared/api/admin.ts';
import type { botRoutes } from '../shared/api/bots.ts';
import type { ChatEvent, chatRoutes } from '../shared/api/chat.ts';
import type { inboxRoutes } from '../shared/api/inbox.ts';
import type { AgentStatus, InboxEvent } from '../shared/api/inbox-conversation.ts';
import type { Answer, ParsedCall, Role, Route } from '../shared/api/route.ts';
import type { TextLanguage } from './http/text-language.ts';

/** What the routes call. Each method answers the data of its call, or throws an `HttpProblem`. */
export interface Services {
  readonly chat: ChatService;
  readonly inbox: InboxService;
  readonly bots: BotService;
  readonly admin: AdminService;
}

/** Whoever is signed in: a person with a session, or a program with an API key. */
export interface Caller {
  readonly kind: 'person' | 'key';
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly avatar: string | null;
  readonly roles: readonly Role[];
  /** Ids of the departments this person belongs to; none for an API key. */
  readonly departments: readonly string[];
}

/** A customer, known only by the token of one conversation; whether it is valid is the service's to say. */
export interface Customer {
  readonly kind: 'customer';
  readonly token: string;
}

/** From where the call came. */
export interface Client {
  readonly ip: string;
  /** The `Origin` header, as browsers send it. */
  readonly origin: string | null;
  /** The `Accept-Language` header as it came, to be matched against a bot's languages. */
  readonly acceptLanguage: string;
  /** The bearer token of a call that needs none: a customer who opens a new conversation shows the last one's. */
  readonly token?: string | null;
  /** The `Idempotency-Key` of a call that takes one: made again, it is answered as the first time. */
  readonly idempotencyKey?: string | null;
  /** The best of our own languages for problems and other texts of the server. */
  readonly language: TextLanguage;
}

export type CallerOf<R extends Route> = R['roles'] extends 'public'
  ? Caller | null
  : R['roles'] extends 'conversation'
    ? Customer
    : Caller;

export interface Call<R extends Route> extends ParsedCall<R> {
  readonly caller: CallerOf<R>;
  readonly client: Client;
}

/** A file of a `multipart` call, whole in memory (at most 10 MB); `mime` is sniffed, never believed. */
export interface Upload {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/** A file as it is sent; images of safe types are shown, everything else is downloaded. */
export interface Download {
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly content: Buffer | Readable;
}

export interface AnyEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Where a service puts the events of a live stream. */
export interface EventSink<Event extends AnyEvent> {
  /** What the reader has seen last (`Last-Event-ID`), or null. */
  readonly lastEventId: string | null;
  /** Whether the reader is gone or was cut off. */
  readonly isGone: boolean;
  /** Whether so much waits to be read that old events had better be sent later. */
  readonly isFull: boolean;
  /** Sends one event, with its id where it has one. After the reader is gone it does nothing. */
  send(event: Event, id?: string | number): void;
  /** The listener hears once that there is room again. */
  onRoom(listener: () => void): void;
  /** Ends the stream: the reader comes again and is told what it then finds. */
  end(): void;
  /** The listener hears once that the reader is gone, at once if it is; the service lets go then. */
  onGone(listener: () => void): void;
}

type Serve<R extends Route> = R extends { readonly accepts: 'multipart' }
  ? (call: Call<R>, file: Upload) => Promise<Answer<R>>
  : R extends { readonly sends: 'file' }
    ? (call: Call<R>) => Promise<Download>
    : R extends { readonly sends: 'events' }
      ? never
      : (call: Call<R>) => Promise<Answer<R>>;

/** One method for each call of an area, by its name in the contract. */
export type ServiceOf<Routes extends Record<string, Route>, Except extends keyof Routes = never> = {
  [Name in Exclude<keyof Routes, Except>]: Serve<Routes[Name]>;
};

/**
 * Checks the access first and throws its `HttpProblem` before the first event; then sends what the
 * reader has missed and what follows, until `sink.onGone`.
 */
type Stream<R extends Route, Event extends AnyEvent> = (
  call: Call<R>,
  sink: EventSink<Event>,
) => Promise<void>;

export interface ChatService extends ServiceOf<typeof chatRoutes, 'chatStream'> {
  readonly chatStream: Stream<typeof chatRoutes.chatStream, ChatEvent>;
  /**
   * The pages that may show a bot and talk to it; empty: any. Asked before each customer's call (also a
   * preflight, without a token), so it answers from memory; what is unknown answers empty.
   */
  allowedOrigins(
    of: { readonly bot: string } | { readonly conversation: string },
  ): Promise<readonly string[]>;
}

export interface InboxService extends ServiceOf<typeof inboxRoutes, 'inboxStream'> {
  readonly inboxStream: Stream<typeof inboxRoutes.inboxStream, InboxEvent>;
}

export type BotService = ServiceOf<typeof botRoutes>;

/** Calls about people and API keys are answered by the accounts, not by this service. */
export type AccountCalls =
  | 'peopleList'
  | 'personInvite'
  | 'personLink'
  | 'personChange'
  | 'personRemove'
  | 'keyList'
  | 'keyCreate'
  | 'keyRevoke';

export interface AdminService extends ServiceOf<typeof adminRoutes, AccountCalls> {
  /** Everybody's status as an agent, by person id; who is missing is offline and was never seen. */
  presence(): Promise<ReadonlyMap<string, Presence>>;
  /** Whether all these departments exist. */
  haveDepartments(ids: readonly string[]): Promise<boolean>;
  /** The organisation's name from the settings; empty when none was given. */
  organisation(): Promise<string>;
  /** Puts a mail into the outbox. */
  queueMail(mail: { to: string; subject: string; text: string }): Promise<void>;
  /** A person was removed: what is assigned to or held by this person goes back to the queue. */
  personRemoved(id: string): Promise<void>;
}

export interface Presence {
  readonly status: AgentStatus;
  /** ISO 8601, UTC; null: never. */
  readonly lastSeenAt: string | null;
}
