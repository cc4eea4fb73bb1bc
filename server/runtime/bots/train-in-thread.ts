import { Worker } from 'node:worker_threads';
import type { BotFile } from '../../../shared/kinds/document.ts';
import type { Model } from '../../../shared/understanding/model.ts';

/** Makes the model of a strictly read bot file. */
export type Train = (file: BotFile) => Promise<Model>;

/** Run from its source, or as built: then the thread's file lies beside the server's own. */
const fromSource = import.meta.url.endsWith('.ts');
const threadFile = new URL(`./train-thread.${fromSource ? 'ts' : 'js'}`, import.meta.url);
/** A thread can read TypeScript only when it is told so from within. */
const script = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(threadFile.href)});
})`;

/** Trains in a thread of its own, so that no customer waits while a bot is published. */
export const trainInThread: Train = (file) =>
  new Promise((done, failed) => {
    const thread = new Worker(fromSource ? script : threadFile, {
      eval: fromSource,
      execArgv: [],
      workerData: file,
    });
    thread.once('message', done);
    thread.once('error', failed);
    thread.once('exit', (code) => failed(new Error(`The training of a bot ended early, with code ${code}.`)));
  });
