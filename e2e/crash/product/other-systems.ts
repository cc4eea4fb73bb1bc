import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Outside } from '../judge/outside.ts';

/** A mail server and a web service on this machine, which count what reaches them. */
export interface OtherSystems {
  web: string;
  /** Host and port, as the server's settings name those that flows may call. */
  host: string;
  smtp: string;
  reached: Outside;
  close(): Promise<void>;
}

export async function openOtherSystems(awaitsLeases: boolean): Promise<OtherSystems> {
  const reached: Outside = { calls: new Map(), mails: new Map(), awaitsLeases };
  const web = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    for (const token of new Set(body.match(/\b[0-9a-f]{12}\b/g)))
      reached.calls.set(token, (reached.calls.get(token) ?? 0) + 1);
    response.setHeader('content-type', 'application/json').end('{"answer":"taken"}');
  });
  const post = createPost(reached);
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  await new Promise<void>((done) => post.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
  return {
    web: `http://${host}`,
    host,
    smtp: `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}?from=baton@example.com`,
    reached,
    close: async () => {
      web.closeAllConnections();
      await new Promise((done) => web.close(done));
      await new Promise<void>((done) => post.close(done));
    },
  };
}

function createPost({ mails }: Outside): SMTPServer {
  const post = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData: (stream, _session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const id = /^Message-ID:\s*(\S+)/im.exec(text)?.[1] ?? '';
        mails.set(id, { count: (mails.get(id)?.count ?? 0) + 1, text });
        answer(null);
      });
    },
  });
  // A server that is killed breaks its connections off.
  post.on('error', () => undefined);
  return post;
}
