import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { parseSettings } from './settings.ts';
import { startServer } from './start-server.ts';

/** Run from its source (`server/main.ts`) or as built (`dist/server/main.js`). */
const here = dirname(fileURLToPath(import.meta.url));
const top = here.endsWith(join('dist', 'server')) ? join(here, '..', '..') : join(here, '..');

const read = parseSettings(process.env);
if (!read.ok) {
  console.error(`Baton cannot start, since its settings have mistakes:\n  ${read.error.join('\n  ')}`);
  process.exit(1);
}
const settings = read.value;
const logger = pino({ level: settings.logLevel });

try {
  const { version } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as { version: string };
  const started = await startServer({ settings, logger, version, top });
  if (started.samples > 0) console.log(`Loaded ${started.samples} sample bots.`);
  console.log(`Baton is ready: ${settings.publicUrl ?? started.address}`);
  if (started.firstAccountLink !== null) {
    console.log(
      `Nobody has an account yet. Make the first one here (works once):\n  ${started.firstAccountLink}`,
    );
  }
  stopOnSignal(started.stop);
} catch (error) {
  console.error(`Baton cannot start: ${toReason(error)}`);
  logger.debug({ err: error }, 'The start failed.');
  process.exit(1);
}

/** The first signal stops in order, a second one at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'The stop failed.');
          process.exit(1);
        },
      );
    });
  }
}

function toReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `port ${settings.port} is taken. Set PORT to another one, or stop what uses it.`;
  if (code === 'EACCES')
    return `it may not use ${settings.host}:${settings.port} or write to ${settings.dataFolder}.`;
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}
