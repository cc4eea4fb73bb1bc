import type { ServerResponse } from 'node:http';
import type { StreamKind } from '../meter.ts';
import type { AnyEvent, EventSink } from '../services.ts';
import type { RawHeaders } from './security.ts';

/** A reader with more than this waiting, in bytes, is too slow and is cut off; it resumes from what it has seen. */
export const slowReaderBytes = 1024 * 1024;

/** With more than this waiting, in bytes, what is old is held back until there is room again. */
const fullBytes = 256 * 1024;

/** Who counts a stream among the open ones. */
export interface StreamKeeper {
  remove(stream: EventStream): void;
}

/**
 * A stream of server-sent events. Nothing is written before `begin`, so that a refused access can still be
 * answered as a problem; events sent before it wait. There may be ten thousand: it has plain fields and no
 * timer, signal or closure of its own but one.
 */
export class EventStream implements EventSink<AnyEvent> {
  readonly lastEventId: string | null;
  isGone = false;
  kind: StreamKind = 'conversation';
  /** Which step of the keeper's round it has. */
  step = 0;
  /** Asked now and then whether the reader may still read; null when that cannot change. */
  check: (() => Promise<unknown>) | null = null;
  keeper: StreamKeeper | null = null;
  private readonly res: ServerResponse;
  private early: string | null = '';
  private listener: (() => void) | null = null;
  private beats = 0;
  private isJudged = false;
  private refill: (() => void) | null = null;

  constructor(res: ServerResponse) {
    this.res = res;
    this.lastEventId = toLastEventId(res.req.headers['last-event-id']);
    res.once('close', () => this.end());
  }

  send(event: AnyEvent, id?: string | number): void {
    if (!this.isGone) this.write(toFrame(event, id));
  }

  get isFull(): boolean {
    return (this.early?.length ?? this.res.writableLength) > fullBytes;
  }

  onRoom(listener: () => void): void {
    if (this.early !== null) this.refill = listener;
    else if (this.res.writableNeedDrain) this.res.once('drain', listener);
    else setImmediate(listener);
  }

  onGone(listener: () => void): void {
    const before = this.listener;
    if (this.isGone) listener();
    else if (before === null) this.listener = listener;
    else
      this.listener = () => {
        before();
        listener();
      };
  }

  begin(headers: RawHeaders): void {
    if (this.isGone) return;
    this.res.writeHead(200, [...headers, ...streamHeaders]);
    const early = this.early ?? '';
    this.early = null;
    this.write(`retry: 2000\n\n${early}`);
    if (this.refill) this.onRoom(this.refill);
    this.refill = null;
  }

  /** Says that it is alive; once in `beatsPerCheck` times it is asked whether the reader may still read. */
  beat(beatsPerCheck: number): void {
    this.write(': alive\n\n');
    this.beats += 1;
    if (this.check !== null && this.beats % beatsPerCheck === 0) this.check().catch(() => this.end());
  }

  /** Ends it because the server stops: come again, after `retryMs` so that not all come at once. */
  goodbye(retryMs: number): void {
    if (this.isGone) return;
    this.write(`retry: ${retryMs}\n: the server stops, come again\n\n`);
    this.end();
  }

  /** Lets go of the subscription and leaves the response to somebody else: the stream never began. */
  abandon(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.early = null;
    this.keeper?.remove(this);
    this.listener?.();
    this.listener = null;
  }

  end(): void {
    if (this.isGone) return;
    const begun = this.early === null;
    this.abandon();
    // What never began is answered otherwise.
    if (begun) this.res.end();
  }

  private write(chunk: string): void {
    if (this.isGone) return;
    if (this.early !== null) {
      this.early += chunk;
      return;
    }
    this.res.write(chunk);
    if (this.isJudged || this.res.writableLength <= slowReaderBytes) return;
    // What is written at once is offered to the system only afterwards: even a fast reader has not taken it yet.
    this.isJudged = true;
    setImmediate(() => this.judge());
  }

  private judge(): void {
    this.isJudged = false;
    if (this.isGone || this.res.writableLength <= slowReaderBytes) return;
    this.abandon();
    this.res.destroy();
  }
}

const streamHeaders: RawHeaders = [
  'Content-Type',
  'text/event-stream; charset=utf-8',
  'Cache-Control',
  'no-store, no-transform',
  'X-Accel-Buffering',
  'no',
];

/** One event as it stands on the wire. JSON has no raw line breaks, so the data is a single line. */
export function toFrame(sent: AnyEvent, id?: string | number): string {
  // Many readers are sent the same event one after the other.
  if (last.sent === sent && last.id === id) return last.frame;
  const idLine = id === undefined ? '' : `id: ${String(id).replace(/[\r\n\0]/g, '')}\n`;
  const frame = `${idLine}event: ${sent.event}\ndata: ${JSON.stringify(sent.data)}\n\n`;
  last = { sent, id, frame };
  return frame;
}

let last: { sent: AnyEvent | null; id: string | number | undefined; frame: string } = {
  sent: null,
  id: undefined,
  frame: '',
};

function toLastEventId(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && header !== '' && header.length <= 200 ? header : null;
}
