import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a database that can be made to break. */
export interface BrokenLine {
  /** The database's address by way of this line. */
  url: string;
  /** Breaks the next time that something like it is sent: before it arrives, or when its answer comes back. */
  breakAt(words: string, when: 'before' | 'after'): void;
  /** Cuts every connection, and takes no new one until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Stands between a client and the database of this address. */
export async function createBrokenLine(to: string): Promise<BrokenLine> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  let planned: { words: string; when: 'before' | 'after' } | undefined;
  let down = false;
  const server = createServer((client) => {
    if (down) return void client.destroy();
    const database = connect(Number(target.port), target.hostname);
    const pair = [client, database];
    let ends = false;
    for (const socket of pair) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        for (const one of pair) one.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (planned && chunk.includes(planned.words)) {
        if (planned.when === 'before') client.destroy();
        else ends = true;
        planned = undefined;
      }
      if (!database.destroyed) database.write(chunk);
    });
    database.on('data', (chunk) => {
      if (ends) client.destroy();
      else client.write(chunk);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    down = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    breakAt: (words, when) => {
      planned = { words, when };
    },
    cut,
    mend: () => {
      down = false;
    },
    close: async () => {
      cut();
      await new Promise((done) => server.close(done));
    },
  };
}
