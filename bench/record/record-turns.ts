import Database from 'better-sqlite3';
import type { Seed } from '../bench.ts';
import { type Answered, openConnection } from '../load/connection.ts';
import { createCustomers, customersWords, type OpenConversation } from '../load/customers.ts';
import { toBaton } from '../servers/baton.ts';
import type { Pinning } from '../servers/pinning.ts';
import { startServer } from '../servers/start-server.ts';
import type { RecordedTurn, Recording } from './recording.ts';
import { mergeInserts, toRecordedWrite } from './to-recorded-write.ts';
import { countWrites, keyOf, readWrites, startWriteLog, tablesOf } from './write-log.ts';

const recordedCustomers = 16;

/**
 * Lets customers talk to Baton one after the other and keeps which rows each message wrote. The folder is a copy of
 * the seed and used up by this. Throws when the bot did not keep a conversation: then the load would not be alike.
 */
export async function recordTurns(top: string, seed: Seed, pinning: Pinning | null): Promise<Recording> {
  const path = `${seed.folder}/baton.sqlite`;
  const preparing = new Database(path);
  startWriteLog(preparing);
  preparing.close();
  const server = await startServer(toBaton(top, { folder: seed.folder }), pinning);
  const handle = new Database(path, { readonly: true });
  try {
    const turns = await talk(server.port, seed.conversations.slice(0, recordedCustomers), handle);
    const numberedTables = [
      ...new Set(turns.flatMap(({ writes }) => writes.flatMap(({ params }) => params.flatMap(toNumbered)))),
    ];
    return { turns, numberedTables };
  } finally {
    handle.close();
    await server.stop();
  }
}

function toNumbered(filler: RecordedTurn['writes'][number]['params'][number]): string[] {
  return filler.is === 'next' ? [filler.table] : [];
}

async function talk(
  port: number,
  conversations: readonly OpenConversation[],
  handle: Database.Database,
): Promise<RecordedTurn[]> {
  const keys = new Map(tablesOf(handle).map(({ name }) => [name, keyOf(handle, name)]));
  const customers = createCustomers(conversations);
  const connection = await openConnection(port);
  const turns: RecordedTurn[] = [];
  for (let round = 0; round < customersWords.length; round += 1) {
    for (const [customer, { id: conversation }] of conversations.entries()) {
      const from = countWrites(handle);
      const request = customers.nextRequest(customer);
      const answer = await new Promise<unknown>((done, failed) => {
        connection.send(request, (answered) => readAnswer(answered, done, failed));
      });
      const { id: call, ...said } = JSON.parse(request.slice(request.indexOf('\r\n\r\n') + 4));
      const turn = { conversation, call, at: Date.now() };
      const writes = readWrites(handle, from, countWrites(handle)).map((write) =>
        toRecordedWrite(write, keys.get(write.table) ?? [], turn),
      );
      turns.push({ said, writes: mergeInserts(writes), answer });
    }
  }
  connection.close();
  return turns;
}

function readAnswer(
  { status, body }: Answered,
  done: (answer: unknown) => void,
  failed: (error: Error) => void,
) {
  const text = body.toString();
  if (status !== 200) return failed(new Error(`A message was answered with ${status}: ${text}`));
  const answer = JSON.parse(text) as { handler: string };
  if (answer.handler !== 'bot') return failed(new Error(`The bot did not keep the conversation: ${text}`));
  done(answer);
}
