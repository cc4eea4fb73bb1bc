import type { UploadAnswer } from '../../../shared/api/chat.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Download, Upload } from '../../services.ts';
import type { FileRecord } from '../../store/records.ts';
import type { RuntimeDeps } from '../deps.ts';

/** Keeps a file of a conversation. With a call's own id, the same upload sent again is the same file. */
export async function storeFile(
  { store, clock, newId, secrets }: RuntimeDeps,
  conversation: string,
  { name, mime, bytes }: Upload,
  once?: string,
): Promise<UploadAnswer> {
  const id = once === undefined ? newId() : secrets.toHash(`${conversation}/${once}`);
  const known = await store.files.read(conversation, id);
  if (known) return toAnswer(known);
  const file: FileRecord = { id, conversation, name, mime, size: bytes.length, at: clock.now() };
  await store.files.add(file, bytes);
  return toAnswer(file);
}

/** A file of a conversation, to be downloaded. */
export async function readFile({ store }: RuntimeDeps, conversation: string, id: string): Promise<Download> {
  const file = await store.files.read(conversation, id);
  if (!file) throw new HttpProblem(404, 'no-file-here');
  return { name: file.name, mime: file.mime, size: file.size, content: await store.files.bytes(id) };
}

function toAnswer({ id, name, size, mime }: FileRecord): UploadAnswer {
  return { file: { id, name, size, mime } };
}
