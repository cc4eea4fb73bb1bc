import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { Random } from '../random.ts';
import { pause } from './caller.ts';
import type { Chat } from './customer.ts';

/** What one reader has of a conversation: each message's JSON, in the order in which it came first. */
export interface StreamReader {
  readonly chat: Chat;
  readonly received: { id: number; data: string }[];
  /** Messages that came out of order, with a gap, or another time as something else. */
  readonly faults: string[];
  readonly connections: () => number;
  /** Reads until it is told to stop, breaking the connection off now and then. */
  run(): Promise<void>;
  stop(): void;
}

export interface StreamReaderOptions {
  chat: Chat;
  random: Random;
  toBase: () => string;
  whenUp: () => Promise<void>;
}

const mostEventsBeforeBreak = 120;
const longestBreakMs = 150;
const latestStartMs = 3_000;

export function createStreamReader(options: StreamReaderOptions): StreamReader {
  const { chat, random, whenUp } = options;
  const received: StreamReader['received'] = [];
  const faults: string[] = [];
  let connections = 0;
  let stopped = false;
  let current: ClientRequest | null = null;
  const take = (id: number, data: string): void => {
    const last = received.at(-1)?.id ?? 0;
    const known = received[id - 1];
    if (id === last + 1) received.push({ id, data });
    else if (known?.data !== data) faults.push(`${chat.id}: ${id} came after ${last}`);
  };
  const readOnce = async (): Promise<void> => {
    connections += 1;
    let left = random.between(1, mostEventsBeforeBreak);
    const parse = createEventParser((event) => {
      if (event.name === 'reset') faults.push(`${chat.id}: reset after ${received.at(-1)?.id ?? 0}`);
      if (event.name !== 'message' || left <= 0) return;
      take(Number(event.id), event.data);
      left -= 1;
      // What was under way is lost with the connection, as when a phone changes its network.
      if (left === 0) current?.destroy();
    });
    current = open(options, received.at(-1)?.id);
    await follow(current, parse);
  };
  return {
    chat,
    received,
    faults,
    connections: () => connections,
    run: async () => {
      await pause(random.between(0, latestStartMs));
      while (!stopped) {
        await whenUp();
        await readOnce();
        await pause(random.between(1, longestBreakMs));
      }
    },
    stop: () => {
      stopped = true;
      current?.destroy();
    },
  };
}

function open({ chat, toBase }: StreamReaderOptions, last: number | undefined): ClientRequest {
  return get(new URL(`/api/chat/conversations/${chat.id}/stream`, toBase()), {
    headers: {
      accept: 'text/event-stream',
      authorization: `Bearer ${chat.token}`,
      ...(last !== undefined && { 'last-event-id': String(last) }),
    },
  });
}

/** Resolves when the connection is over, however it ended. */
function follow(request: ClientRequest, parse: (chunk: string) => void): Promise<void> {
  return new Promise((resolve) => {
    request.on('error', () => resolve());
    request.on('close', () => resolve());
    request.on('response', (response: IncomingMessage) => {
      response.setEncoding('utf8');
      response.on('error', () => resolve());
      if (response.statusCode === 200) response.on('data', parse);
      else response.resume();
    });
  });
}

interface StreamEvent {
  name: string;
  id: string;
  data: string;
}

/** Cuts what arrives into server-sent events, wherever the chunks are cut. */
export function createEventParser(take: (event: StreamEvent) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event: StreamEvent = { name: 'message', id: '', data: '' };
      for (const line of block.split('\n')) {
        const [, field, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
        if (field === 'event') event.name = value;
        if (field === 'id') event.id = value;
        if (field === 'data') event.data += value;
      }
      if (event.data !== '') take(event);
    }
  };
}
