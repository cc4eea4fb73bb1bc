import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bench, Seed } from './bench.ts';
import type { Figure } from './figures/table.ts';
import type { Section } from './options.ts';
import { recordTurns } from './record/record-turns.ts';
import { profileBaton } from './sections/baton-profile.ts';
import { measureIdleStreams } from './sections/idle-streams.ts';
import { runInterpreter } from './sections/interpreter.ts';
import { measureLatency } from './sections/latency.ts';
import { runRounds } from './sections/round.ts';
import { measureSizes } from './sections/size.ts';
import { measureStart } from './sections/start.ts';
import { highestOf, toPostgresFigures, toSqliteFigures } from './sections/throughput.ts';
import { createSqliteArena } from './servers/arena.ts';
import { buildPrograms } from './servers/bare.ts';
import { createContenders, createPostgresContenders } from './servers/contenders.ts';
import { createPostgresArena } from './servers/postgres.ts';
import { makeSeed, onCopy } from './servers/seed.ts';

/** Runs the parts that the options ask for, one after the other. */
export async function runSections(bench: Bench): Promise<Figure[]> {
  const { profile, only } = bench.options;
  if (profile !== undefined) {
    mkdirSync(profile, { recursive: true });
    bench.tell(
      await profileUnderLoad(
        bench,
        resolve(profile),
        only.every((section) => section === 'postgres'),
      ),
    );
    return [];
  }
  const wants = (...sections: Section[]) => sections.some((section) => bench.options.only.includes(section));
  await buildPrograms(bench.top);
  return [
    ...(wants('interpreter') ? await runInterpreter(bench) : []),
    ...(wants('sqlite', 'latency', 'postgres', 'streams', 'start') ? await compareServers(bench, wants) : []),
    ...(wants('size') ? await measureSizes(bench) : []),
  ];
}

async function compareServers(bench: Bench, wants: (section: Section) => boolean): Promise<Figure[]> {
  const { seed, recordingPath } = await prepareServers(bench);
  const arena = createSqliteArena(bench, seed);
  const contenders = createContenders(bench, recordingPath);
  const figures: Figure[] = [];
  let highest = 0;
  if (wants('sqlite')) {
    bench.tell('Messages a second:');
    const rounds = await runRounds(bench, arena, Object.values(contenders));
    figures.push(...toSqliteFigures(rounds));
    highest = highestOf(rounds, contenders.baton.name);
  }
  if (wants('latency')) {
    if (highest === 0)
      highest = highestOf(await runRounds(bench, arena, [contenders.baton]), contenders.baton.name);
    figures.push(...(await measureLatency(bench, arena, contenders, highest)));
  }
  if (wants('streams')) figures.push(await measureIdleStreams(bench, arena, contenders.baton));
  if (wants('start')) figures.push(await measureStart(bench, arena, contenders.baton));
  if (wants('postgres')) figures.push(...(await comparePostgres(bench, recordingPath)));
  return figures;
}

/** Conversations to write to, and for the bare servers what Baton writes. */
async function prepareServers(bench: Bench): Promise<{ seed: Seed; recordingPath: string }> {
  const seed = await makeSeed(bench);
  const recording = await onCopy(bench, seed, (folder) =>
    recordTurns(bench.top, { ...seed, folder }, bench.pinning),
  );
  const recordingPath = join(bench.folder, 'recording.json');
  writeFileSync(recordingPath, JSON.stringify(recording));
  return { seed, recordingPath };
}

async function comparePostgres(bench: Bench, recordingPath: string): Promise<Figure[]> {
  const arena = await createPostgresArena(bench);
  try {
    bench.tell('Messages a second on PostgreSQL:');
    const contenders = createPostgresContenders(bench, recordingPath);
    return toPostgresFigures(await runRounds(bench, arena, Object.values(contenders)));
  } finally {
    await arena.remove();
  }
}

async function profileUnderLoad(bench: Bench, folder: string, onPostgres: boolean): Promise<string> {
  // Nothing is replayed, so there is no recording.
  if (!onPostgres) {
    const arena = createSqliteArena(bench, await makeSeed(bench));
    return profileBaton(bench, arena, createContenders(bench, '').baton, folder);
  }
  const arena = await createPostgresArena(bench);
  return profileBaton(bench, arena, createPostgresContenders(bench, '').baton, folder).finally(arena.remove);
}
