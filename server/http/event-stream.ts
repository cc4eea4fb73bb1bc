import type { Request, Response } from 'express';
import type { EventSink } from '../services.ts';

/** How often an idle stream says that it is alive, in milliseconds. */
export const heartbeatMs = 15_000;
/** A reader with more than this waiting, in bytes, is too slow and is cut off; it resumes from what it has seen. */
export const slowReaderBytes = 1024 * 1024;

interface AnyEvent {
  event: string;
  data: unknown;
}

/**
 * A stream of server-sent events. Nothing is written before `begin`, so that a refused access can still be
 * answered as a problem; events sent before it wait. `stop` ends every stream when the server closes.
 */
export class EventStream {
  readonly sink: EventSink<AnyEvent>;
  private readonly res: Response;
  private readonly stop: AbortSignal;
  private readonly gone = new AbortController();
  private early: string[] | null = [];
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(req: Request, res: Response, stop: AbortSignal) {
    this.res = res;
    this.stop = stop;
    this.sink = {
      lastEventId: toLastEventId(req),
      send: (event, id) => this.write(toFrame(event, id)),
      gone: this.gone.signal,
    };
    res.on('close', this.end);
    stop.addEventListener('abort', this.end);
    if (stop.aborted) this.end();
  }

  begin(): void {
    if (this.gone.signal.aborted) return;
    this.res.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    this.res.flushHeaders();
    const early = this.early ?? [];
    this.early = null;
    this.write(`retry: 2000\n\n${early.join('')}`);
    this.heartbeat = setInterval(() => this.write(': alive\n\n'), heartbeatMs);
  }

  /** Lets go of the subscription and leaves the response to somebody else: the stream never began. */
  abandon(): void {
    clearInterval(this.heartbeat);
    this.stop.removeEventListener('abort', this.end);
    this.gone.abort();
  }

  readonly end = (): void => {
    if (this.gone.signal.aborted) return;
    this.abandon();
    this.res.end();
  };

  private write(chunk: string): void {
    if (this.gone.signal.aborted) return;
    if (this.early) {
      this.early.push(chunk);
      return;
    }
    this.res.write(chunk);
    if (this.res.writableLength > slowReaderBytes) {
      this.end();
      this.res.destroy();
    }
  }
}

/** One event as it stands on the wire. JSON has no raw line breaks, so the data is a single line. */
export function toFrame({ event, data }: AnyEvent, id?: string | number): string {
  const idLine = id === undefined ? '' : `id: ${String(id).replace(/[\r\n\0]/g, '')}\n`;
  return `${idLine}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function toLastEventId(req: Request): string | null {
  const header = req.headers['last-event-id'];
  return typeof header === 'string' && header !== '' && header.length <= 200 ? header : null;
}
