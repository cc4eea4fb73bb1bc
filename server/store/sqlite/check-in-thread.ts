import { Worker } from 'node:worker_threads';

/** Run from its source, or as built: then the thread's file lies beside the server's own. */
const fromSource = import.meta.url.endsWith('.ts');
const threadFile = new URL(`./check-thread.${fromSource ? 'ts' : 'js'}`, import.meta.url);
/** A thread can read TypeScript only when it is told so from within. */
const script = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(threadFile.href)});
})`;

/**
 * Checks a database file in a thread of its own, so that callers are still told to come again while it goes on;
 * rejects with what is wrong with it.
 */
export function checkInThread(path: string): Promise<void> {
  return new Promise((done, failed) => {
    const thread = new Worker(fromSource ? script : threadFile, {
      eval: fromSource,
      execArgv: [],
      workerData: path,
    });
    thread.once('message', (fault: string | null) => {
      if (fault === null) done();
      else failed(new Error(fault));
    });
    thread.once('error', failed);
    thread.once('exit', (code) => failed(new Error(`The check ended early, with code ${code}.`)));
  });
}
