import express from 'express';
import { openSqliteWork } from './sqlite-work.ts';

/** Express 5 and better-sqlite3 with group commits and nothing else: `express.js <database> <recording>`. */
const [databasePath = '', recordingPath = ''] = process.argv.slice(2);
const work = await openSqliteWork(databasePath, recordingPath);
const app = express();
app.use(express.json());
app.post('/api/chat/conversations/:id/messages', (request, response, next) => {
  const plan = work.plan(request.params.id, request.body);
  work.writeInGroup(plan, (error) => {
    if (error) next(error);
    else response.json(plan.turn.answer);
  });
});
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
