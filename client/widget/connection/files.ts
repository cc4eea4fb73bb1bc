import { ask, request, toPath } from './ask.ts';
import { type Connection, changePending } from './connection.ts';
import { discard, refuse, say } from './send.ts';

const largest = 10 * 1024 * 1024;

/** Uploads a file and sends it as a message; `tooLarge` is what the customer reads of a file that is. */
export async function sendFile(connection: Connection, file: File, tooLarge: string): Promise<void> {
  const { key, tools } = connection;
  const id = tools.uuid();
  const item = { body: { id }, label: file.name, at: tools.now(), uploading: true };
  changePending(connection, (items) => [...items, item]);
  if (file.size > largest) return refuse(connection, id, tooLarge);
  const form = new FormData();
  form.append('id', id);
  form.append('file', file);
  const outcome = key && (await ask<'chatUpload'>(connection, toPath(key, '/files'), form));
  if (!outcome?.data) return refuse(connection, id, outcome?.detail ?? '');
  discard(connection, id);
  say(connection, { file: outcome.data.file.id }, file.name);
}

/** A file of this or of an earlier conversation; undefined when it cannot be had. */
export async function readFile(connection: Connection, file: string): Promise<Blob | undefined> {
  const { key: running, state, memory } = connection;
  const isEarlier = state.earlier.some(({ parts }) => parts.some((part) => 'id' in part && part.id === file));
  for (const key of (isEarlier && memory.read().past) || [running]) {
    if (!key) continue;
    const { token } = key;
    const response = await request(connection, toPath(key, `/files/${file}`), { token }).catch(() => null);
    if (response?.ok) return response.blob();
  }
  return undefined;
}
