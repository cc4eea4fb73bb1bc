import type { ChatEvent } from '../../../shared/api/chat.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { EventSink } from '../../services.ts';
import type { ConversationRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';
import { readQueue, toAgent } from './conversation-state.ts';
import { toMessage } from './to-message.ts';

const mostAtOnce = 50;

interface Reader {
  readonly sink: EventSink<ChatEvent>;
  /** The number of the last message it was sent. */
  last: number;
  /** The last `handler` and `queue` it was sent. */
  handler: string;
  queue: string;
  /** Has so much old to read that it waits for room, while the others go on. */
  isAside: boolean;
}

/** A conversation with its live readers. There may be ten thousand with one each: it is plain fields. */
export class Followed {
  /** The bot in whose queue it waits; null when it does not wait. */
  bot: string | null = null;
  private readonly deps: RuntimeDeps;
  private readonly id: string;
  private readonly waiting: Set<Followed>;
  private readonly readers: Reader[] = [];
  private running: Promise<void> | null = null;
  private wanted = false;
  /** The highest number that a signal has named; null: what this process remembers may be behind. */
  private told: number | null = null;

  constructor(deps: RuntimeDeps, id: string, waiting: Set<Followed>) {
    this.deps = deps;
    this.id = id;
    this.waiting = waiting;
  }

  get isLeft(): boolean {
    return this.readers.length === 0;
  }

  /** Adds a reader, who is sent what is missing at the next `readOn`. */
  join(sink: EventSink<ChatEvent>, after: number | null): Reader {
    const reader = { sink, last: after ?? 0, handler: '', queue: '', isAside: false };
    if (after === null) reset(reader, 0);
    this.readers.push(reader);
    return reader;
  }

  leave(reader: Reader): void {
    const at = this.readers.indexOf(reader);
    if (at >= 0) this.readers.splice(at, 1);
    if (this.isLeft) this.waiting.delete(this);
  }

  /** Reads on because something may have changed. Where that fails the readers are ended. */
  async hear(number?: number): Promise<void> {
    try {
      await this.readOn(number);
    } catch (error) {
      const { id: conversation, deps } = this;
      if (!(error instanceof HttpProblem))
        deps.log.error({ error, conversation }, 'A live stream could not be read.');
      // They come again and resume, or are told that there is nothing any more.
      for (const { sink } of [...this.readers]) sink.end();
    }
  }

  /**
   * Reads what is new and sends it, one read at a time: what is asked meanwhile makes one more. `number` is
   * what a signal named; left out, the database itself is asked. 404 when there is no such conversation.
   */
  readOn(number?: number): Promise<void> {
    if (number === undefined) this.told = null;
    else if (this.told !== null) this.told = Math.max(this.told, number);
    this.wanted = true;
    this.running ??= this.readWhileWanted();
    return this.running;
  }

  showTyping(from: 'bot' | 'agent', name: string | undefined): void {
    const event: ChatEvent = { event: 'typing', data: { from, ...(name !== undefined && { name }) } };
    for (const { sink } of this.readers) sink.send(event);
  }

  private async readWhileWanted(): Promise<void> {
    try {
      while (this.wanted) {
        this.wanted = false;
        await this.read();
      }
    } finally {
      this.running = null;
    }
  }

  private async read(): Promise<void> {
    const conversation = await this.look();
    if (!conversation) {
      for (const reader of this.readers) reset(reader, 0);
      throw new HttpProblem(404, 'no-conversation');
    }
    for (const reader of this.readers) if (reader.last > conversation.lastNumber) reset(reader, 0);
    await this.sendMessages(conversation);
    await this.showHandler(conversation);
  }

  /** As this process remembers it, unless that is older than what a reader has or a signal has told. */
  private async look(): Promise<ConversationRecord | null> {
    const { conversations } = this.deps.store;
    const { told } = this;
    this.told = 0;
    const known = told === null ? null : await conversations.recall(this.id);
    const enough = Math.max(told ?? 0, ...this.readers.map(({ last }) => last));
    return known && known.lastNumber >= enough ? known : conversations.read(this.id);
  }

  private async sendMessages({ bot, lastNumber }: ConversationRecord): Promise<void> {
    for (let after = this.computeAfter(); after < lastNumber; after = this.computeAfter()) {
      const messages = await this.deps.store.conversations.messages(this.id, after, mostAtOnce);
      const [first] = messages;
      if (first === undefined) return;
      for (const reader of this.readers) {
        // What lies between is not there any more.
        if (reader.last === after && first.number > after + 1) reset(reader, first.number - 1);
      }
      for (const message of messages) {
        const event: ChatEvent = { event: 'message', data: toMessage(message, bot) };
        for (const reader of this.readers) {
          if (reader.isAside || message.number !== reader.last + 1) continue;
          reader.last = message.number;
          reader.sink.send(event, message.number);
        }
      }
      if (messages.length === mostAtOnce) this.putAside();
    }
  }

  /** A long story is told no faster than it is read. Who is too slow for what is new is cut off instead. */
  private putAside(): void {
    for (const reader of this.readers) {
      if (reader.isAside || !reader.sink.isFull) continue;
      reader.isAside = true;
      reader.sink.onRoom(() => {
        reader.isAside = false;
        void this.hear();
      });
    }
  }

  /** The number up to which every reader who can take more has everything. */
  private computeAfter(): number {
    return Math.min(...this.readers.map(({ last, isAside }) => (isAside ? Infinity : last)));
  }

  private async showHandler(conversation: ConversationRecord): Promise<void> {
    const { handler } = conversation;
    const agent = toAgent(conversation);
    const shown = agent ? `${handler} ${agent.name} ${agent.avatar ?? ''}` : handler;
    const event: ChatEvent = { event: 'handler', data: { handler, agent } };
    for (const reader of this.readers) {
      if (reader.handler === shown) continue;
      reader.handler = shown;
      reader.sink.send(event);
    }
    await this.showPlace(conversation);
  }

  private async showPlace(conversation: ConversationRecord): Promise<void> {
    const waits = conversation.handler === 'queue' && !this.isLeft;
    this.bot = waits ? conversation.bot : null;
    if (waits) this.waiting.add(this);
    else this.waiting.delete(this);
    const bot = waits ? await this.deps.bots.read(conversation.bot) : null;
    const place = bot && (await readQueue(this.deps, { conversation, bot }));
    const shown = place ? `${place.position} ${place.waitMinutes}` : '';
    for (const reader of this.readers) {
      if (reader.queue === shown) continue;
      reader.queue = shown;
      if (place) reader.sink.send({ event: 'queue', data: place });
    }
  }
}

/** Tells a reader that what it named is not there; what it is sent next begins after `last`. */
function reset(reader: Reader, last: number): void {
  reader.last = last;
  reader.sink.send({ event: 'reset', data: {} });
}
