import { execFileSync } from 'node:child_process';
import { constants, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Seed } from '../bench.ts';
import { openConversations, toBaton } from './baton.ts';
import { startServer } from './start-server.ts';

/** Starts Baton on an empty folder and opens conversations with it, as many as the options ask for. */
export async function makeSeed(bench: Bench): Promise<Seed> {
  const folder = join(bench.folder, 'seed');
  mkdirSync(folder, { recursive: true });
  const server = await startServer(toBaton(bench.top, { folder }), bench.pinning);
  try {
    bench.tell(`Opening ${bench.options.conversations} conversations …`);
    return { folder, conversations: await openConversations(server, bench.options.conversations) };
  } finally {
    await server.stop();
  }
}

/** Runs `use` on a copy of the seed, which is removed afterwards. */
export async function onCopy<T>(bench: Bench, seed: Seed, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(bench.folder, 'copy');
  rmSync(folder, { recursive: true, force: true });
  cpSync(seed.folder, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  flushDisk();
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was copied goes to the disk now, or the first commits would wait for it. */
function flushDisk(): void {
  try {
    execFileSync('sync');
  } catch {
    // Systems without it only measure less evenly.
  }
}
