import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from './check-file.ts';

// The file of a thread: gets the path of a database, answers null when it is well, else what is wrong with it (an
// error of SQLite would lose its words on the way).
parentPort?.postMessage(toFault(String(workerData)));

function toFault(path: string): string | null {
  try {
    checkFile(path);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
