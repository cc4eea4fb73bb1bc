import express from 'express';
import { openSqliteWork } from './sqlite-work.ts';

/** The Express server that one writes first, a transaction each: `naive-express.js <database> <recording>`. */
const [databasePath = '', recordingPath = ''] = process.argv.slice(2);
const work = await openSqliteWork(databasePath, recordingPath);
const app = express();
app.use(express.json());
app.post('/api/chat/conversations/:id/messages', (request, response) => {
  const plan = work.plan(request.params.id, request.body);
  work.writeAlone(plan);
  response.json(plan.turn.answer);
});
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
