import { connect, type Socket } from 'node:net';

/** Status 0: the connection broke before the answer was whole. */
export interface Answered {
  status: number;
  /** Valid until the callback returns. */
  body: Buffer;
}

/**
 * One HTTP/1.1 connection that is kept alive and has one call under way at most. It reads only what our servers send
 * to such calls (a status line and `Content-Length`): the load generator shares one core with nobody, and a whole HTTP
 * client would make it the slowest part of what is measured.
 */
export interface Connection {
  send(request: string, onAnswer: (answered: Answered) => void): void;
  close(): void;
}

const broken: Answered = { status: 0, body: Buffer.alloc(0) };
const endOfHead = Buffer.from('\r\n\r\n');

/** Opens a connection to this machine; rejects when nobody listens. */
export function openConnection(port: number): Promise<Connection> {
  return new Promise((opened, failed) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', failed);
    socket.once('connect', () => {
      socket.off('error', failed);
      opened(toConnection(socket));
    });
  });
}

function toConnection(socket: Socket): Connection {
  let waiting: ((answered: Answered) => void) | undefined;
  let received: Buffer | undefined;
  const answer = (answered: Answered) => {
    const tell = waiting;
    waiting = undefined;
    received = undefined;
    tell?.(answered);
  };
  socket.on('data', (chunk: Buffer) => {
    received = received ? Buffer.concat([received, chunk]) : chunk;
    const answered = parseAnswer(received);
    if (answered) answer(answered);
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => answer(broken));
  return {
    send: (request, onAnswer) => {
      waiting = onAnswer;
      if (socket.destroyed) answer(broken);
      else socket.write(request);
    },
    close: () => socket.destroy(),
  };
}

/** The answer, once it is whole; one that says nothing of its length counts as broken. */
export function parseAnswer(received: Buffer): Answered | undefined {
  const end = received.indexOf(endOfHead);
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) return broken;
  const from = end + endOfHead.length;
  if (received.length < from + Number(length)) return undefined;
  return { status, body: received.subarray(from, from + Number(length)) };
}
