import { createServer, type ServerResponse } from 'node:http';
import { openSqliteWork } from './sqlite-work.ts';

/** `node:http` and better-sqlite3 with group commits and nothing else: `node-http.js <database> <recording>`. */
const [databasePath = '', recordingPath = ''] = process.argv.slice(2);
const work = await openSqliteWork(databasePath, recordingPath);
const path = /^\/api\/chat\/conversations\/([^/]+)\/messages$/;

const server = createServer((request, response) => {
  const id = path.exec(request.url ?? '')?.[1];
  if (request.method !== 'POST' || id === undefined) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => answer(id, Buffer.concat(chunks).toString(), response));
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));

function answer(id: string, text: string, response: ServerResponse): void {
  const plan = work.plan(id, JSON.parse(text));
  work.writeInGroup(plan, (error) => {
    const body = error ? '{}' : JSON.stringify(plan.turn.answer);
    response
      .writeHead(error ? 500 : 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
      })
      .end(body);
  });
}
