import type { ServerResponse } from 'node:http';
import type { Meter, StreamKind } from '../meter.ts';
import type { AnyEvent, EventSink } from '../services.ts';
import { EventStream, type StreamKeeper } from './event-stream.ts';
import { HttpProblem } from './http-problem.ts';
import type { RawHeaders } from './security.ts';

/** Every stream says that it is alive once in so many milliseconds; a second less than what is promised. */
export const heartbeatMs = 14_000;
/** How often the one timer goes off, each time for another part of the streams. */
export const tickMs = 1_000;
/** After so many heartbeats, 56 seconds, it is asked whether the reader may still read. */
const beatsPerCheck = 4;
/** Over how long the readers of a stopping server are asked to spread their return, in milliseconds. */
const returnMs = 1_000;

/** How a stream is opened. */
interface Opening {
  readonly kind: StreamKind;
  /** Headers beside those that make it a stream. */
  readonly headers: RawHeaders;
  /** Asked every minute: rejects when the reader may not read any more. Left out where that cannot change. */
  readonly check?: (() => Promise<unknown>) | undefined;
}

/**
 * All live streams of a server. One timer serves them: it goes round in steps, and each stream has one of
 * them, so that ten thousand do not write at once. It runs only while there are streams.
 */
export class EventStreams implements StreamKeeper {
  private readonly meter: Meter;
  private readonly steps = Array.from({ length: heartbeatMs / tickMs }, () => new Set<EventStream>());
  private timer: NodeJS.Timeout | undefined;
  private opened = 0;
  private open = 0;
  private at = 0;
  private ended = false;

  constructor(meter: Meter) {
    this.meter = meter;
  }

  /**
   * Answers with a stream. `serve` checks the access, sends what was missed and subscribes; what it throws is
   * thrown on, and the response is then still there for a problem.
   */
  async answer(
    res: ServerResponse,
    opening: Opening,
    serve: (sink: EventSink<AnyEvent>) => Promise<unknown>,
  ): Promise<void> {
    if (this.ended) throw new HttpProblem(503, 'busy', { headers: { 'Retry-After': '1' } });
    const stream = new EventStream(res);
    try {
      await serve(stream);
    } catch (error) {
      stream.abandon();
      throw error;
    }
    if (stream.isGone) {
      if (res.destroyed) return;
      throw new HttpProblem(503, 'busy', { headers: { 'Retry-After': '1' } });
    }
    this.add(stream, opening);
    stream.begin(opening.headers);
    if (this.ended) stream.goodbye(returnMs);
  }

  /** Ends every stream with a hint when to come again; new ones are refused from now on. */
  end(): void {
    this.ended = true;
    const all = this.steps.flatMap((step) => [...step]);
    for (const [place, stream] of all.entries())
      stream.goodbye(Math.ceil(((place + 1) / all.length) * returnMs));
  }

  remove(stream: EventStream): void {
    if (!this.steps[stream.step]?.delete(stream)) return;
    this.open -= 1;
    this.meter.streamClosed(stream.kind);
    if (this.open > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private add(stream: EventStream, { kind, check }: Opening): void {
    stream.keeper = this;
    stream.kind = kind;
    stream.check = check ?? null;
    stream.step = this.opened % this.steps.length;
    this.steps[stream.step]?.add(stream);
    this.opened += 1;
    this.open += 1;
    this.meter.streamOpened(kind);
    this.timer ??= setInterval(() => this.tick(), tickMs).unref();
  }

  private tick(): void {
    this.at = (this.at + 1) % this.steps.length;
    for (const stream of this.steps[this.at] ?? []) stream.beat(beatsPerCheck);
  }
}
