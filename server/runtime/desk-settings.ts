import { z } from 'zod';
import type { Store } from '../store/store.ts';

/** Settings of the server that administrators change. */
export const deskSettingsSchema = z.object({
  organisation: z.string().default('Baton'),
  chatsPerAgent: z.number().int().default(5),
});
export type DeskSettings = z.infer<typeof deskSettingsSchema>;

const name = 'desk';

export async function readDeskSettings(store: Store): Promise<DeskSettings> {
  return deskSettingsSchema.parse((await store.desk.setting(name)) ?? {});
}

export async function writeDeskSettings(store: Store, settings: DeskSettings): Promise<void> {
  await store.desk.putSetting(name, settings);
}
