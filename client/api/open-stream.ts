import type { z } from 'zod';
import { createFrameReader, type Frame } from './stream-frames.ts';

export type EventSchemas = Readonly<Record<string, z.ZodType>>;
export type EventOf<Schemas extends EventSchemas> = {
  [Name in keyof Schemas & string]: { event: Name; data: z.infer<Schemas[Name]> };
}[keyof Schemas & string];

export type StreamState = 'connecting' | 'live' | 'lost' | 'refused';

export interface StreamListener<Schemas extends EventSchemas> {
  onEvent(event: EventOf<Schemas>): void;
  /** The connection is back, but what happened in between is unknown: read everything again. */
  onGap(): void;
  onState?(state: StreamState): void;
}

/** Longer than two heartbeats of the server: a stream as silent as that is dead, in milliseconds. */
const silenceMs = 40_000;
const longestWaitMs = 15_000;

/**
 * Reads a stream of server-sent events until the returned function is called. A lost connection is opened
 * again by itself, with growing, jittered waits, and resumes after the last event that carried an id.
 */
export function openStream<Schemas extends EventSchemas>(
  address: string,
  schemas: Schemas,
  listener: StreamListener<Schemas>,
): () => void {
  const closed = new AbortController();
  void keepReading(address, schemas, listener, closed.signal);
  return () => closed.abort();
}

async function keepReading<Schemas extends EventSchemas>(
  address: string,
  schemas: Schemas,
  listener: StreamListener<Schemas>,
  closed: AbortSignal,
): Promise<void> {
  let lastId: string | null = null;
  let failures = 0;
  let before = false;
  while (!closed.aborted) {
    listener.onState?.(before ? 'lost' : 'connecting');
    const outcome = await readOnce(address, lastId, closed, {
      onOpen() {
        failures = 0;
        if (before && lastId === null) listener.onGap();
        before = true;
        listener.onState?.('live');
      },
      onFrame(frame) {
        lastId = frame.id ?? lastId;
        deliver(frame, schemas, listener);
      },
    });
    if (closed.aborted) return;
    if (outcome === 'refused') {
      listener.onState?.('refused');
      return;
    }
    listener.onState?.('lost');
    await pause(Math.min(longestWaitMs, 500 * 2 ** failures++) * (0.5 + Math.random() / 2), closed);
  }
}

interface Reader {
  onOpen(): void;
  onFrame(frame: Frame): void;
}

async function readOnce(
  address: string,
  lastId: string | null,
  closed: AbortSignal,
  reader: Reader,
): Promise<'ended' | 'refused'> {
  const silent = new AbortController();
  let watch: ReturnType<typeof setTimeout> | undefined;
  const hear = () => {
    clearTimeout(watch);
    watch = setTimeout(() => silent.abort(), silenceMs);
  };
  try {
    hear();
    const response = await fetch(address, {
      headers: { accept: 'text/event-stream', ...(lastId !== null && { 'last-event-id': lastId }) },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any([closed, silent.signal]),
    });
    if ([401, 403, 404].includes(response.status)) return 'refused';
    if (!response.ok || !response.body) return 'ended';
    reader.onOpen();
    const frames = createFrameReader(reader.onFrame);
    const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) {
      hear();
      frames.push(chunk.value);
    }
  } catch {
    // Lost, silent or closed: whoever called decides what comes next.
  } finally {
    clearTimeout(watch);
  }
  return 'ended';
}

/** Events of other names are those of a newer server, and passed over. */
function deliver<Schemas extends EventSchemas>(
  frame: Frame,
  schemas: Schemas,
  listener: StreamListener<Schemas>,
): void {
  const schema = Object.hasOwn(schemas, frame.event) ? schemas[frame.event] : undefined;
  if (!schema) return;
  const read = schema.safeParse(parseJson(frame.data));
  if (read.success) listener.onEvent({ event: frame.event, data: read.data } as EventOf<Schemas>);
  else console.warn(`The event "${frame.event}" could not be read.`, frame.data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Waits, but not longer than until the device is online again or the stream is closed. */
function pause(ms: number, closed: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      closed.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    closed.addEventListener('abort', done);
  });
}
