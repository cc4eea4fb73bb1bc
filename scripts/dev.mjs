import { spawn } from 'node:child_process';
import { requireNode } from './steps/node-version.mjs';

requireNode();
const { ensurePackages } = await import('./steps/packages.mjs');
const { installed, top } = await import('./steps/command.mjs');

await ensurePackages();
const address = 'http://127.0.0.1:5173';
const vite = installed('vite/bin/vite.js');
const children = [
  start([vite, 'build', '--config', 'vite.widget.config.ts', '--watch', '--logLevel', 'warn']),
  start([installed('tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'server/main.ts'], {
    BATON_PUBLIC_URL: process.env.BATON_PUBLIC_URL || address,
  }),
  start([vite, '--config', 'vite.config.ts', '--clearScreen', 'false']),
];
console.log(
  `Baton for development: ${address} (screens reload by themselves; the server restarts on a change)`,
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stopAll);

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function start(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: top,
    env: { ...process.env, NODE_ENV: 'development', ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.on('exit', stopAll);
  return child;
}

/** One of them ending, or Ctrl+C, ends them all. */
function stopAll() {
  for (const child of children) child.kill();
}
