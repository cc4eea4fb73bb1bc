import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { OpenAnswer } from '../../shared/api/chat.ts';
import { openConnection } from '../load/connection.ts';
import type { OpenConversation } from '../load/customers.ts';
import type { RunningServer, ServerCommand } from './start-server.ts';

const bot = 'handoff-procedure-en';

/** Baton as built, with its database in the given folder, or in PostgreSQL. */
export function toBaton(top: string, where: { folder: string; databaseUrl?: string }): ServerCommand {
  return {
    cwd: top,
    args: [join(top, 'dist', 'server', 'main.js')],
    environment: {
      BATON_DATA: where.folder,
      BATON_SECRET: 'only for measuring, on this machine, never for anything else',
      BATON_RATE_LIMITS: 'off',
      BATON_ADMIN_EMAIL: 'bench@example.com',
      BATON_ADMIN_PASSWORD: 'only for measuring',
      LOG_LEVEL: 'warn',
      ...(where.databaseUrl !== undefined && { DATABASE_URL: where.databaseUrl }),
    },
  };
}

/** Opens conversations the way customers do, by the API. */
export async function openConversations(server: RunningServer, count: number): Promise<OpenConversation[]> {
  const opened: OpenConversation[] = [];
  let asked = 0;
  const openMany = async () => {
    const connection = await openConnection(server.port);
    while (asked < count) {
      asked += 1;
      opened.push(await open(connection));
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: Math.min(64, count) }, openMany));
  return opened;
}

function open(connection: Awaited<ReturnType<typeof openConnection>>): Promise<OpenConversation> {
  const body = JSON.stringify({ id: randomUUID(), language: 'en' });
  const request = [
    `POST /api/chat/${bot}/conversations HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
  return new Promise((done, failed) => {
    connection.send(request, ({ status, body: answered }) => {
      if (status !== 201) {
        failed(new Error(`A conversation could not be opened: ${status} ${answered.toString()}`));
        return;
      }
      const { conversation } = JSON.parse(answered.toString()) as OpenAnswer;
      done({ id: conversation.id, token: conversation.token });
    });
  });
}
