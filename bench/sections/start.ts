import { randomUUID } from 'node:crypto';
import type { Bench } from '../bench.ts';
import { computeMedian } from '../figures/statistics.ts';
import type { Figure } from '../figures/table.ts';
import { openConnection } from '../load/connection.ts';
import type { OpenConversation } from '../load/customers.ts';
import type { Arena, Contender } from '../servers/arena.ts';
import { startServer } from '../servers/start-server.ts';

/** From the start of Baton's process, with its database there, until a customer's message is answered. */
export async function measureStart(bench: Bench, arena: Arena, baton: Contender): Promise<Figure> {
  const times: { ms: number; processorMs: number }[] = [];
  for (let round = 0; round < bench.options.rounds; round += 1) {
    const conversation = arena.seed.conversations[round];
    if (!conversation) break;
    times.push(await arena.withCopy((place) => startAndAsk(bench, baton, place, conversation)));
  }
  return {
    what: 'start to first answered message',
    value: computeMedian(times.map(({ ms }) => ms)),
    unit: 'ms',
    must: { kind: 'below', value: 1_500 },
    detail: { times },
  };
}

async function startAndAsk(
  { pinning }: Bench,
  baton: Contender,
  place: string,
  { id, token }: OpenConversation,
): Promise<{ ms: number; processorMs: number }> {
  const server = await startServer(baton.toCommand(place), pinning);
  const ready = performance.now();
  const connection = await openConnection(server.port);
  const body = JSON.stringify({ id: randomUUID(), text: 'Where is my order?' });
  const request = [
    `POST /api/chat/conversations/${id}/messages HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
  const status = await new Promise<number>((done) => {
    connection.send(request, (answered) => done(answered.status));
  });
  const took = { ms: server.startedIn + performance.now() - ready, processorMs: server.cpuTime() };
  connection.close();
  await server.stop();
  if (status !== 200) throw new Error(`The first message was answered with ${status}.`);
  return took;
}
