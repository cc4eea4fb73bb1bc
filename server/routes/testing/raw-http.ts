import { connect, type Socket } from 'node:net';

/** An answer as it stood on the wire; names of headers in lower case. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Opens a connection on which anything can be said, also what no client library says. */
export function openRaw(base: string) {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  let heard = '';
  let closed = false;
  let wake: () => void = () => undefined;
  socket.on('data', (bytes) => {
    heard += bytes.toString('latin1');
    wake();
  });
  for (const event of ['close', 'error'] as const) {
    socket.on(event, () => {
      closed = true;
      wake();
    });
  }
  const more = () => new Promise<void>((done) => (wake = done));
  /** The next whole answer; null when the server hung up. */
  const next = async (hasBody = true): Promise<RawAnswer | null> => {
    for (;;) {
      const taken = takeAnswer(heard, hasBody);
      if (taken) {
        heard = taken.rest;
        return taken.answer;
      }
      if (closed) return null;
      await more();
    }
  };
  return { socket, next, say: (text: string) => say(socket, text), close: () => socket.destroy() };
}

function say(socket: Socket, text: string): Promise<void> {
  return new Promise((done) => socket.write(Buffer.from(text, 'utf8'), () => done()));
}

function takeAnswer(heard: string, hasBody: boolean): { answer: RawAnswer; rest: string } | null {
  const end = heard.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = heard.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const status = Number(first.split(' ')[1]);
  const length = hasBody && status >= 200 ? Number(headers['content-length'] ?? 0) : 0;
  const begin = end + 4;
  if (heard.length < begin + length) return null;
  const body = Buffer.from(heard.slice(begin, begin + length), 'latin1').toString('utf8');
  return { answer: { status, headers, body }, rest: heard.slice(begin + length) };
}
