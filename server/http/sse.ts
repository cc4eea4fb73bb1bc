import type { Request, Response } from 'express';
import type { EventSink } from '../services.ts';

/** How often an idle stream says that it is alive, in milliseconds. */
export const heartbeatMs = 15_000;
/** A reader with more than this waiting, in bytes, is too slow and is cut off; it resumes from what it has seen. */
export const slowReaderBytes = 1024 * 1024;

type AnyEvent = { event: string; data: unknown };

/**
 * A stream of server-sent events. Nothing is written before `begin`, so that a refused access can still be
 * answered as a problem; events sent before it wait. `stop` ends every stream when the server closes.
 */
export function createEventStream(req: Request, res: Response, stop: AbortSignal) {
  const gone = new AbortController();
  const early: string[] = [];
  let begun = false;
  let heartbeat: NodeJS.Timeout | undefined;

  const abandon = () => {
    clearInterval(heartbeat);
    stop.removeEventListener('abort', end);
    gone.abort();
  };
  const end = () => {
    if (gone.signal.aborted) return;
    abandon();
    res.end();
  };
  const write = (chunk: string) => {
    if (gone.signal.aborted) return;
    if (!begun) early.push(chunk);
    else {
      res.write(chunk);
      if (res.writableLength > slowReaderBytes) {
        end();
        res.destroy();
      }
    }
  };
  const sink: EventSink<AnyEvent> = {
    lastEventId: toLastEventId(req),
    send: (event, id) => write(toFrame(event, id)),
    gone: gone.signal,
  };
  res.on('close', end);
  stop.addEventListener('abort', end);
  if (stop.aborted) end();

  return {
    sink,
    begin() {
      if (gone.signal.aborted) return;
      res.status(200).set({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      });
      res.flushHeaders();
      begun = true;
      write(`retry: 2000\n\n${early.join('')}`);
      heartbeat = setInterval(() => write(': alive\n\n'), heartbeatMs);
    },
    end,
    /** Lets go of the subscription and leaves the response to somebody else: the stream never began. */
    abandon,
  };
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
