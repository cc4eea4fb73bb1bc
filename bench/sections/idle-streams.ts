import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { computeMedian } from '../figures/statistics.ts';
import type { Figure } from '../figures/table.ts';
import type { OpenConversation } from '../load/customers.ts';
import type { Arena, Contender } from '../servers/arena.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';

/** Streams that are open before it is measured, so that what every server needs once is there. */
const warmUp = 200;
const atOnce = 32;
/** Each stream has had a sign of life by then, and the garbage of opening is collected as it will be. */
const settleMs = 16_000;

/** What an idle customer's stream costs the server's process: its memory before and after ten thousand of them. */
export async function measureIdleStreams(bench: Bench, arena: Arena, baton: Contender): Promise<Figure> {
  const { conversations } = arena.seed;
  const measured = await arena.withCopy(async (place) => {
    const server = await startServer(baton.toCommand(place), bench.pinning);
    const readers: Reader[] = [];
    try {
      await openAll(server, conversations.slice(0, warmUp), readers);
      await wait(2_000);
      const before = readMemory(server.pid);
      await openAll(server, conversations.slice(warmUp), readers);
      const samples = [];
      for (let sample = 0; sample < 4; sample += 1) {
        await wait(settleMs / 4);
        samples.push(readMemory(server.pid));
      }
      const open = readers.filter(({ socket }) => !socket.destroyed).length;
      const beaten = readers.filter(({ heard }) => heard.includes(': alive')).length;
      return { before, after: computeMedian(samples), open, beaten };
    } finally {
      for (const { socket } of readers) socket.destroy();
      await server.stop();
    }
  });
  const { before, after, open, beaten } = measured;
  const count = conversations.length - warmUp;
  return {
    what: `memory for an idle open stream (${conversations.length} open)`,
    value: (after - before) / count / 1000,
    unit: 'kB',
    must: { kind: 'below', value: 20 },
    detail: { streams: count, megabytesBefore: before / 1e6, megabytesAfter: after / 1e6 },
    ...(Math.min(open, beaten) < conversations.length && {
      fault: `of ${conversations.length} streams ${open} stayed open and ${beaten} heard a sign of life`,
    }),
  };
}

interface Reader {
  socket: Socket;
  heard: string;
}

async function openAll(
  server: RunningServer,
  conversations: readonly OpenConversation[],
  readers: Reader[],
): Promise<void> {
  const left = conversations.values();
  const openSome = async () => {
    for (const conversation of left) readers.push(await open(server, conversation));
  };
  await Promise.all(Array.from({ length: atOnce }, openSome));
}

/** As the widget asks, with what a browser says of itself; answers once the first events are there. */
function open({ port }: RunningServer, { id, token }: OpenConversation): Promise<Reader> {
  const socket = connect(port, '127.0.0.1');
  const reader = { socket, heard: '' };
  const request = [
    `GET /api/chat/conversations/${id}/stream HTTP/1.1`,
    'Host: 127.0.0.1',
    'Accept: text/event-stream',
    `Authorization: Bearer ${token}`,
    'Accept-Language: en',
    'Last-Event-ID: 0',
    'Origin: https://shop.example',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    '\r\n',
  ].join('\r\n');
  return new Promise((opened, failed) => {
    socket.once('connect', () => socket.write(request));
    socket.once('error', failed);
    socket.on('data', (bytes) => {
      reader.heard = reader.heard.slice(-100) + bytes.toString('latin1');
      if (reader.heard.includes('event: handler')) opened(reader);
    });
  });
}

/** The memory of a process that is in use, in bytes; NaN where the system does not tell. */
function readMemory(pid: number): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return Number.NaN;
  }
}
