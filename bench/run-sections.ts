import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bench, Seed } from './bench.ts';
import type { Figure } from './figures/table.ts';
import type { Section } from './options.ts';
import { recordTurns } from './record/record-turns.ts';
import { profileBaton } from './sections/baton-profile.ts';
import { measureThroughput } from './sections/throughput.ts';
import { buildBareServers } from './servers/bare.ts';
import { createContenders } from './servers/contenders.ts';
import { makeSeed, onCopy } from './servers/seed.ts';

/** Runs the parts that the options ask for, one after the other. */
export async function runSections(bench: Bench): Promise<Figure[]> {
  const wants = (section: Section) => bench.options.only.includes(section);
  const figures: Figure[] = [];
  if (bench.options.profile !== undefined) {
    mkdirSync(bench.options.profile, { recursive: true });
    bench.tell(await profileBaton(bench, await makeSeed(bench), resolve(bench.options.profile)));
    return figures;
  }
  if (wants('sqlite')) {
    const { seed, contenders } = await prepareServers(bench);
    bench.tell('Messages a second:');
    const { figures: throughput } = await measureThroughput(bench, seed, contenders);
    figures.push(...throughput);
  }
  return figures;
}

/** Conversations to write to, and bare servers that write what Baton writes. */
async function prepareServers(
  bench: Bench,
): Promise<{ seed: Seed; contenders: ReturnType<typeof createContenders> }> {
  await buildBareServers(bench.top);
  const seed = await makeSeed(bench);
  const recording = await onCopy(bench, seed, (folder) =>
    recordTurns(bench.top, { ...seed, folder }, bench.pinning),
  );
  const recordingPath = join(bench.folder, 'recording.json');
  writeFileSync(recordingPath, JSON.stringify(recording));
  return { seed, contenders: createContenders(bench, recordingPath) };
}
