import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { buildServer } from './build-server.ts';
import { serverOptions } from './http/server-options.ts';
import { parseSettings, type Settings } from './settings.ts';
import { type Running, stopServer } from './stop-server.ts';

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
  const publicUrl = settings.publicUrl ?? toAddress(settings.host, settings.port);
  const built = await buildServer({ settings, publicUrl, logger, version, top });
  const server = createServer(serverOptions, built.listener);
  await listen(server, settings);
  built.startWork();
  if (built.samples > 0) console.log(`Loaded ${built.samples} sample bots.`);
  console.log(`Baton is ready: ${publicUrl}`);
  if (built.firstAccountLink !== null) {
    console.log(
      `Nobody has an account yet. Make the first one here (works once):\n  ${built.firstAccountLink}`,
    );
  }
  endOnSignal({ ...built, server });
} catch (error) {
  console.error(`Baton cannot start: ${toReason(error)}`);
  logger.debug({ err: error }, 'The start failed.');
  process.exit(1);
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
}

function toAddress(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/**
 * The first signal stops in order, a second one at once. A mistake of ours that nobody caught ends the process too,
 * since nobody knows what it left behind: in order, for the calls that it does not concern, and with code 1.
 */
function endOnSignal(running: Running): void {
  let ending = false;
  const end = async (code: number, reason: string): Promise<void> => {
    if (ending) process.exit(1);
    ending = true;
    const began = performance.now();
    logger.info({ reason }, 'Baton is stopping.');
    try {
      const { inOrder, cut } = await stopServer(running);
      const seconds = Math.round(performance.now() - began) / 1000;
      logger.info({ seconds, inOrder, cut }, 'Baton has stopped.');
      process.exit(code);
    } catch (error) {
      logger.error({ err: error }, 'The stop failed.');
      process.exit(1);
    }
  };
  const fail = (error: unknown, reason: string): void => {
    logger.fatal({ err: error }, 'Something failed that nobody caught. Baton stops; please report it.');
    if (!ending) void end(1, reason);
  };
  process.on('SIGTERM', () => void end(0, 'SIGTERM'));
  process.on('SIGINT', () => void end(0, 'SIGINT'));
  process.on('uncaughtException', (error) => fail(error, 'an error'));
  process.on('unhandledRejection', (error) => fail(error, 'an error'));
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
