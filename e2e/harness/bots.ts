import { randomUUID } from 'node:crypto';
import type { APIRequestContext, APIResponse } from '@playwright/test';

/** A bot of a spec's own. */
export interface OwnBot {
  id: string;
  slug: string;
}

/** As much of a bot file as specs change. */
export interface SampleFile {
  bot: {
    name: string;
    slug: string;
    hours: unknown;
    departments: { id: string; hours: unknown }[];
    handoff: Record<string, unknown>;
  };
  flows: { id: string; nodes: { id: string; type: string; data: Record<string, unknown> }[] }[];
}

/**
 * A published copy of a sample bot, for a spec alone.
 * @param change what is different in it.
 */
export async function copySample(
  api: APIRequestContext,
  sample: string,
  change: (file: SampleFile) => void = () => undefined,
): Promise<OwnBot> {
  const { bots } = await read<{ bots: OwnBot[] }>(await api.get('/api/bots'));
  const original = bots.find(({ slug }) => slug === sample);
  if (!original) throw new Error(`There is no sample ${sample}.`);
  const file = await read<SampleFile>(await api.get(`/api/bots/${original.id}/export`));
  change(file);
  const slug = `${sample}-${randomUUID().slice(0, 8)}`;
  const { bot } = await read<{ bot: OwnBot }>(
    await api.post(`/api/bots/import?slug=${slug}`, { data: file }),
  );
  await read(await api.post(`/api/bots/${bot.id}/releases`, { data: { note: 'For a spec' } }));
  return bot;
}

/** Changes live settings of a bot, which hold at once. */
export async function changeHandoff(
  api: APIRequestContext,
  bot: OwnBot,
  minutes: Record<string, number>,
): Promise<void> {
  const { revision } = await read<{ revision: number }>(await api.get(`/api/bots/${bot.id}/draft`));
  const changes = Object.entries(minutes).map(([name, value]) => ({
    op: 'replace',
    path: ['bot', 'handoff', name],
    value,
  }));
  await read(await api.patch(`/api/bots/${bot.id}/draft`, { data: { base: revision, changes } }));
}

/** An answer's body; a failure is an error that says what the server said. */
export async function read<Body = unknown>(answer: APIResponse): Promise<Body> {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}
