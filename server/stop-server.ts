import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** What a running server is made of, as far as its end is concerned. */
export interface Running {
  readonly server: Server;
  /** Ends live streams with a hint to come again, and says that the server is not ready any more. */
  endStreams(): void;
  /** Begins nothing new in the background, and waits for what is under way. */
  stopWork(): Promise<void>;
  /** Waits for turns that nobody is connected for any more, and closes the database. */
  close(): Promise<void>;
}

/** Calls and work under way may take so long; then connections are cut. */
const patienceMs = 3_000;
/** After so long the process ends, whatever still hangs: what was answered is kept already. */
export const mostMs = 4_500;
const lookMs = 50;

export interface Stopped {
  /** Whether everything ended by itself in time. */
  inOrder: boolean;
  /** Connections that were cut. */
  cut: number;
}

/**
 * Stops a server in less than five seconds: takes no new connections, answers what is under way, sends the readers of
 * streams away with a hint to come again, and closes the database. Callers that hang are cut off.
 */
export async function stopServer(running: Running): Promise<Stopped> {
  const late = new AbortController();
  try {
    return await Promise.race([
      stopInOrder(running),
      setTimeout(mostMs, { inOrder: false, cut: 0 }, { signal: late.signal }),
    ]);
  } finally {
    late.abort();
  }
}

async function stopInOrder({ server, endStreams, stopWork, close }: Running): Promise<Stopped> {
  // Whoever still calls on an open connection is answered, and then has to find another.
  server.prependListener('request', (_req, res) => {
    res.shouldKeepAlive = false;
  });
  endStreams();
  const [cut] = await Promise.all([closeConnections(server), atMost(patienceMs, stopWork())]);
  await close();
  return { inOrder: true, cut };
}

/** Lets calls end that are under way; answers how many connections had to be cut. */
async function closeConnections(server: Server): Promise<number> {
  // Connections whose call has ended are idle and may go.
  const looking = setInterval(() => server.closeIdleConnections(), lookMs);
  const closed = new Promise<'closed'>((done) => server.close(() => done('closed')));
  try {
    const ended = await atMost(patienceMs, closed);
    if (ended === 'closed') return 0;
    const cut = await countConnections(server);
    server.closeAllConnections();
    await closed;
    return cut;
  } finally {
    clearInterval(looking);
  }
}

async function atMost<Result>(ms: number, work: Promise<Result>): Promise<Result | undefined> {
  const early = new AbortController();
  try {
    return await Promise.race([work, setTimeout(ms, undefined, { signal: early.signal })]);
  } finally {
    early.abort();
  }
}

function countConnections(server: Server): Promise<number> {
  return new Promise((done) => server.getConnections((error, count) => done(error ? 0 : count)));
}
