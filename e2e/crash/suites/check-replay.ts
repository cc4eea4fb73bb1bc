import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from '../report.ts';

const limitMs = 300_000;

/** Replays the log of every conversation, as `npm run replay` does, with the build under test. */
export async function checkReplay(
  entry: string,
  folder: string,
  environment: Record<string, string>,
): Promise<Check> {
  const module = pathToFileURL(join(dirname(entry), 'replay-database.js')).href;
  const program = `const { replayDatabase } = await import(${JSON.stringify(module)});
    process.exitCode = await replayDatabase(process.env, console.log);`;
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    BATON_DATA: join(folder, 'data'),
    ...environment,
  };
  const { code, output } = await run(['--input-type=module', '-e', program], env);
  const lines = output.trim().split('\n');
  const [, conversations] = /^Replayed (\d+) conversations/.exec(lines.at(-1) ?? '') ?? [];
  return {
    name: 'the stored state is what the log replays to',
    of: Number(conversations ?? 0),
    findings: code === 0 && Number(conversations) > 0 ? [] : lines,
  };
}

function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env, timeout: limitMs });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += String(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => resolve({ code, output }));
  });
}
