import type { BotFile } from '../../../shared/kinds/document.ts';
import type { ReleaseRecord } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { RuntimeDeps } from '../deps.ts';

interface Publication {
  note: string;
  by: string;
  at: number;
  /** The draft's revision; null when it is not the draft that is published. */
  revision: number | null;
}

/** Makes a strictly read bot file the newest release, with the model that reads its messages. */
export async function publishBot(
  { store, train }: Pick<RuntimeDeps, 'store' | 'train'>,
  bot: string,
  file: BotFile,
  publication: Publication,
): Promise<ReleaseRecord> {
  const model = await train(file);
  await makeDepartments(store, file);
  return store.bots.publish(bot, { content: { file, model }, ...publication });
}

/** Departments belong to the server; those a file names and nobody has made yet are made. */
export async function makeDepartments(store: Store, { bot }: Pick<BotFile, 'bot'>): Promise<void> {
  const known = new Set((await store.desk.departments()).map(({ id }) => id));
  for (const { id, name } of bot.departments) {
    if (!known.has(id)) await store.desk.putDepartment({ id, name });
  }
}
