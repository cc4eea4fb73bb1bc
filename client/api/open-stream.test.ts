import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type EventOf, openStream, type StreamState } from './open-stream.ts';

const schemas = { note: z.object({ text: z.string() }) };

interface Connection {
  headers: Headers;
  say(text: string): void;
  cut(): void;
}

/** A server of streams whose connections the test holds in its hands. */
function listenForStreams(answer: () => Response | null = () => null) {
  const connections: Connection[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
    const refused = answer();
    if (refused) return refused;
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(given) {
        controller = given;
      },
    });
    connections.push({
      headers: new Headers(headers),
      say: (text) => controller?.enqueue(new TextEncoder().encode(text)),
      cut: () => controller?.error(new TypeError('network error')),
    });
    return new Response(body);
  });
  return connections;
}

function listen() {
  const events: EventOf<typeof schemas>[] = [];
  const states: StreamState[] = [];
  const gaps = vi.fn();
  const close = openStream('/stream', schemas, {
    onEvent: (event) => events.push(event),
    onGap: gaps,
    onState: (state) => states.push(state),
  });
  return { events, states, gaps, close };
}

describe('a stream', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('delivers events it knows and passes over others', async () => {
    const connections = listenForStreams();
    const { events, close } = listen();
    await vi.advanceTimersByTimeAsync(0);
    connections[0]?.say('event: note\ndata: {"text":"a"}\n\nevent: newer\ndata: {}\n\n');
    await vi.advanceTimersByTimeAsync(0);
    expect(events).toEqual([{ event: 'note', data: { text: 'a' } }]);
    close();
  });

  it('resumes after the last id when the connection is lost', async () => {
    const connections = listenForStreams();
    const { events, states, gaps, close } = listen();
    await vi.advanceTimersByTimeAsync(0);
    connections[0]?.say('id: 41\nevent: note\ndata: {"text":"a"}\n\n');
    await vi.advanceTimersByTimeAsync(0);
    connections[0]?.cut();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(connections[1]?.headers.get('last-event-id')).toBe('41');
    connections[1]?.say('id: 42\nevent: note\ndata: {"text":"b"}\n\n');
    await vi.advanceTimersByTimeAsync(0);
    expect(events.map(({ data }) => data.text)).toEqual(['a', 'b']);
    expect(states).toContain('lost');
    expect(states.at(-1)).toBe('live');
    expect(gaps).not.toHaveBeenCalled();
    close();
  });

  it('says that something may be missing when there is no id to resume from', async () => {
    const connections = listenForStreams();
    const { gaps, close } = listen();
    await vi.advanceTimersByTimeAsync(0);
    connections[0]?.cut();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(gaps).toHaveBeenCalledOnce();
    close();
  });

  it('opens a connection again that has been silent for too long', async () => {
    const connections = listenForStreams();
    vi.stubGlobal('fetch', withAbort(globalThis.fetch));
    const { close } = listen();
    await vi.advanceTimersByTimeAsync(30_000);
    connections[0]?.say(': alive\n\n');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(connections).toHaveLength(2);
    close();
  });

  it('stops where it is not allowed to listen', async () => {
    listenForStreams(() => new Response(null, { status: 401 }));
    const { states } = listen();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states).toEqual(['connecting', 'refused']);
  });

  it('makes no further connection once it is closed', async () => {
    const connections = listenForStreams();
    const { close } = listen();
    await vi.advanceTimersByTimeAsync(0);
    close();
    connections[0]?.cut();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connections).toHaveLength(1);
  });
});

/** As browsers do: an abort breaks the body that is being read. */
function withAbort(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (address, init) => {
    const response = await fetch(address, init);
    const { readable, writable } = new TransformStream();
    const options = init?.signal ? { signal: init.signal } : {};
    response.body?.pipeTo(writable, options).catch(() => {});
    return new Response(readable);
  };
}
