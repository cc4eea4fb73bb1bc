import type { ChatEvent, SendBody } from '../../../shared/api/chat.ts';
import type { Handler, Message, Part } from '../../../shared/schema/message.ts';

interface Conversation {
  readonly id: string;
  readonly messages: Message[];
  readonly answered: Map<string, readonly Message[]>;
  readonly streams: Set<ReadableStreamDefaultController<Uint8Array>>;
  handler: Handler;
  ended: boolean;
}

const bot = {
  id: 'bot-1',
  slug: 'shop',
  name: 'Shop',
  languages: ['en', 'nl'],
  persona: { name: 'Robin' },
  open: true,
  person: { en: 'Talk to a person' },
  alternatives: [],
};

/** A Baton server as far as one customer sees it: enough of the contract to be talked to, and to fail on demand. */
export class FakeServer {
  /** Nobody answers. */
  down = false;
  /** Calls of these paths are answered with this status, each as often as listed; `after` in seconds. */
  readonly refusals: { path: RegExp; status: number; detail?: string; after?: number }[] = [];
  /** Calls of these paths are carried out, but their answers are lost. */
  readonly lostAnswers: RegExp[] = [];
  /** A proxy holds streams back. */
  streamsBlocked = false;
  /** Every call that came, as `METHOD /path`. */
  readonly calls: string[] = [];
  readonly sent: SendBody[] = [];
  readonly conversations: Conversation[] = [];
  private readonly opened = new Map<string, Conversation>();

  readonly fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname, searchParams } = new URL(address);
    const method = init.method ?? 'GET';
    if (this.down) throw new TypeError('Failed to fetch');
    this.calls.push(`${method} ${pathname}`);
    const refusal = this.refusals.findIndex(({ path }) => path.test(pathname));
    const [refused] = refusal < 0 ? [] : this.refusals.splice(refusal, 1);
    if (refused) {
      const { status, detail = '', after } = refused;
      return Response.json(
        { detail },
        { status, headers: after === undefined ? {} : { 'Retry-After': `${after}` } },
      );
    }
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const response = this.answer(pathname, searchParams, new Headers(init.headers), body, init.signal);
    const lost = this.lostAnswers.findIndex((path) => path.test(pathname));
    if (lost < 0) return response;
    this.lostAnswers.splice(lost, 1);
    throw new TypeError('Failed to fetch');
  };

  /** The conversation that began last. */
  get newest(): Conversation {
    const newest = this.conversations.at(-1);
    if (!newest) throw new Error('No conversation was opened.');
    return newest;
  }

  /** Stores a message and tells the streams, unless `quiet`, as if the signal was lost. */
  store(kind: Message['from']['kind'], text: string, { quiet = false, id = '' } = {}): Message {
    const { messages } = this.newest;
    const number = messages.length + 1;
    const parts: Part[] = [{ type: 'text', text }];
    const at = '2026-11-21T10:00:00.000Z';
    const message: Message = { id: id || `message-${number}`, number, at, from: { kind }, parts };
    messages.push(message);
    if (!quiet) this.emit({ event: 'message', data: message });
    return message;
  }

  emit({ event, data }: ChatEvent): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  write(text: string): void {
    for (const stream of this.newest.streams) stream.enqueue(new TextEncoder().encode(text));
  }

  /** Ends all streams, as a restart does. */
  cutStreams(): void {
    const { streams } = this.newest;
    for (const stream of streams) stream.close();
    streams.clear();
  }

  private answer(
    path: string,
    search: URLSearchParams,
    headers: Headers,
    body: SendBody,
    signal?: AbortSignal | null,
  ): Response {
    if (path === '/api/chat/shop') return Response.json({ bot });
    if (path === '/api/chat/shop/conversations') return this.open(body.id);
    const [, id, tail = ''] = /^\/api\/chat\/conversations\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const conversation = this.conversations.find((one) => one.id === id);
    if (!conversation) return Response.json({}, { status: 404 });
    if (headers.get('Authorization') !== `Bearer key-${id}`) return Response.json({}, { status: 401 });
    if (tail === '/stream') return this.stream(conversation, Number(headers.get('Last-Event-ID')), signal);
    if (tail === '/messages' && body) return this.take(conversation, body);
    const { handler, ended } = conversation;
    if (tail === '/messages') {
      const after = Number(search.get('after'));
      return Response.json({ messages: conversation.messages.slice(after, after + 200), handler });
    }
    if (tail === '/end') conversation.ended = true;
    if (tail !== '') return Response.json({ messages: [], handler });
    const agent = handler === 'agent' ? { name: 'Anna' } : null;
    const state = { id, handler, language: 'en', agent, queue: null, lastNumber: 0, ended, feedback: {} };
    return Response.json({ conversation: state });
  }

  private open(id: string): Response {
    const known = this.opened.get(id);
    const conversation = known ?? {
      id: `conversation-${this.conversations.length + 1}`,
      messages: [],
      answered: new Map(),
      streams: new Set(),
      handler: 'bot',
      ended: false,
    };
    if (!known) {
      this.conversations.push(conversation);
      this.opened.set(id, conversation);
      this.store('bot', 'Hello!');
    }
    const { handler, messages } = conversation;
    const opened = { id: conversation.id, token: `key-${conversation.id}`, handler, language: 'en' };
    return Response.json({ conversation: opened, messages }, { status: 201 });
  }

  private take(conversation: Conversation, body: SendBody): Response {
    this.sent.push(body);
    if (conversation.ended) return Response.json({ detail: 'It has ended.' }, { status: 409 });
    const known = conversation.answered.get(body.id);
    const messages = known ?? [
      this.store('customer', body.text ?? '…'),
      ...(conversation.handler === 'bot' ? [this.store('bot', `About ${body.text}`)] : []),
    ];
    conversation.answered.set(body.id, messages);
    return Response.json({ messages, handler: conversation.handler });
  }

  private stream(conversation: Conversation, after: number, signal?: AbortSignal | null): Response {
    const { streams, messages } = conversation;
    if (this.streamsBlocked) return Response.json({}, { status: 502 });
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        streams.add(controller);
        signal?.addEventListener('abort', () => {
          if (streams.delete(controller)) controller.error(new Error('aborted'));
        });
        const isThere = after <= messages.length;
        const missed = messages.slice(isThere ? after : 0).map((one) => `data: ${JSON.stringify(one)}\n\n`);
        const first = isThere ? ': welcome\n\n' : 'event: reset\ndata: {}\n\n';
        controller.enqueue(new TextEncoder().encode(first + missed.join('')));
      },
      cancel: () => streams.clear(),
    });
    return new Response(body);
  }
}
