import { readFileSync } from 'node:fs';
import express from 'express';
import pg from 'pg';
import type { Recording } from '../record/recording.ts';
import { createPlanner, type Plan, readCounters } from './plan.ts';

/**
 * Express 5 and pg and nothing else: `express-pg.js <address> <recording>`. As many connections as Baton takes, each
 * statement prepared once a connection, those of a message sent in one flight as one transaction.
 */
const [address = '', recordingPath = ''] = process.argv.slice(2);
const recording = JSON.parse(readFileSync(recordingPath, 'utf8')) as Recording;
const pool = new pg.Pool({ connectionString: address, max: 16, keepAlive: true, ...{ pipeline: true } });
const plan = createPlanner(
  recording,
  await readCounters(recording, async (sql) => (await pool.query(sql)).rows),
);

const prepared = new Map<string, { name: string; text: string }>();
for (const { sql } of recording.turns.flatMap(({ writes }) => writes)) {
  let count = 0;
  const text = sql.replaceAll('?', () => {
    count += 1;
    return `$${count}`;
  });
  if (!prepared.has(sql)) prepared.set(sql, { name: `s${prepared.size}`, text });
}

const app = express();
app.use(express.json());
app.post('/api/chat/conversations/:id/messages', async (request, response) => {
  const planned = plan(request.params.id, request.body);
  await write(planned);
  response.json(planned.turn.answer);
});
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));

async function write({ turn, params }: Plan): Promise<void> {
  const client = await pool.connect();
  try {
    await Promise.all([
      client.query('begin'),
      ...turn.writes.map(({ sql }, index) =>
        client.query({ ...toPrepared(sql), values: params[index] ?? [] }),
      ),
      client.query('commit'),
    ]);
  } finally {
    client.release();
  }
}

function toPrepared(sql: string): { name: string; text: string } {
  return prepared.get(sql) ?? { name: '', text: sql };
}
