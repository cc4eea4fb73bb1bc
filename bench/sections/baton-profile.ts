import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../bench.ts';
import {
  type CpuProfile,
  type Locate,
  type ProfileSummary,
  summariseProfile,
  type Times,
} from '../figures/profile.ts';
import { createCustomers } from '../load/customers.ts';
import { driveAtFull } from '../load/drive.ts';
import type { Arena, Contender } from '../servers/arena.ts';
import { startServer } from '../servers/start-server.ts';

/**
 * Runs Baton under full load with V8's profiler and writes where its time went, as Markdown, beside the profile itself
 * (which Chrome's developer tools open).
 */
export async function profileBaton(
  { top, options, pinning }: Bench,
  arena: Arena,
  baton: Contender,
  folder: string,
): Promise<string> {
  return arena.withCopy(async (place) => {
    const command = baton.toCommand(place);
    const args = ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...command.args];
    const server = await startServer({ ...command, args }, pinning);
    const customers = createCustomers(arena.seed.conversations);
    const driven = await driveAtFull({ ...options, port: server.port, customers }, options).finally(
      server.stop,
    );
    const newest = findNewest(folder);
    const profile = JSON.parse(readFileSync(newest, 'utf8')) as CpuProfile;
    const window = { from: options.seconds * 1000, to: 0 };
    const summary = summariseProfile(profile, createLocate(join(top, 'dist', 'server')), window);
    const text = toText(summary, driven.perSecond * options.seconds, newest);
    writeFileSync(join(folder, 'profile.md'), text);
    return text;
  });
}

function findNewest(folder: string): string {
  const profiles = readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name) => join(folder, name))
    // A thread that trains a model writes a small one of its own.
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs || statSync(b).size - statSync(a).size);
  const [newest] = profiles;
  if (newest === undefined) throw new Error(`Node has written no profile into ${folder}.`);
  return newest;
}

/** Reads the maps that the build lays beside its bundles. */
function createLocate(folder: string): Locate {
  const maps = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.js.map'))
      .map((name) => {
        const payload = JSON.parse(readFileSync(join(folder, name), 'utf8')) as SourceMapPayload;
        return [join(folder, name.slice(0, -'.map'.length)), new SourceMap(payload)];
      }),
  );
  return ({ url, lineNumber, columnNumber }) => {
    const entry = maps.get(fileURLToPath(url))?.findEntry(lineNumber, columnNumber);
    const source = entry && 'originalSource' in entry ? entry.originalSource : undefined;
    return source === undefined ? undefined : normalize(source).replace(/^(\.\.[/\\])+/, '');
  };
}

function toText(
  { busyMs, byFunction, byPlace, onBehalfOf }: ProfileSummary,
  messages: number,
  path: string,
): string {
  const perMessage = (ms: number) => ((ms * 1000) / messages).toFixed(1);
  const toRows = (times: Times, count: number) =>
    times
      .slice(0, count)
      .map(([name, ms]) => `| ${perMessage(ms)} | ${((ms / busyMs) * 100).toFixed(1)} % | ${name} |`);
  const part = (title: string, times: Times, count: number) => [
    `\n## ${title}\n`,
    '| µs a message | share | |',
    '| ---: | ---: | --- |',
    ...toRows(times, count),
  ];
  return [
    `# Where Baton's time goes (${new Date().toISOString()})`,
    '',
    `${Math.round(messages)} messages, ${perMessage(busyMs)} µs of processor time each. ${path}`,
    ...part('By file of ours, with what it calls in packages and in Node', onBehalfOf, 40),
    ...part('By function, itself alone', byFunction, 60),
    ...part('By file or package, itself alone', byPlace, 40),
    '',
  ].join('\n');
}
