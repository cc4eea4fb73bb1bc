import { readdirSync, readFileSync } from 'node:fs';
import { readBot } from '../../shared/checks/read-bot.ts';
import type { BotFile } from '../../shared/kinds/document.ts';
import { type Script, scriptSchema } from './script.ts';

const top = new URL('../', import.meta.url);

/** The names of all bot files below `flows/`, such as `handover-pl` and `kinds/ask`. */
export function listBots(): string[] {
  return readdirSync(top, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.bot.json'))
    .map((path) => path.slice(0, -'.bot.json'.length))
    .toSorted();
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, top), 'utf8'));
}

/** The bot of this name, read strictly; throws with its problems. */
export function loadBot(name: string): BotFile {
  const read = readBot(readJson(`${name}.bot.json`), 'strict');
  if (read.ok) return read.value;
  const problems = read.error.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`${name}.bot.json\n${problems.join('\n')}`);
}

export function loadScript(name: string): Script {
  return scriptSchema.parse(readJson(`${name}.script.json`));
}
