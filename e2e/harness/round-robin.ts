import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** A balancer in front of several servers. */
export interface Balancer {
  close(): Promise<void>;
}

/**
 * Gives each call to the next of the servers in turn, whoever makes it, and lets streams run. It knows nothing of
 * the product: a call whose server is not there breaks.
 */
export async function startRoundRobin(port: number, ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer((req, res) => {
    turn += 1;
    passOn(req, res, ports[turn % ports.length] ?? port);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function passOn(req: IncomingMessage, res: ServerResponse, port: number): void {
  const { method, url: path, headers } = req;
  const upstream = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  upstream.on('response', (answer) => {
    // Each side has a connection of its own, which only the other side's end does not end.
    const { connection: _connection, 'keep-alive': _keepAlive, ...rest } = answer.headers;
    res.writeHead(answer.statusCode ?? 502, answer.statusMessage, rest);
    answer.on('error', () => res.destroy());
    answer.on('aborted', () => res.destroy());
    answer.pipe(res);
    res.flushHeaders();
  });
  upstream.on('error', () => res.destroy());
  req.on('error', () => upstream.destroy());
  res.on('close', () => upstream.destroy());
  req.pipe(upstream);
}
