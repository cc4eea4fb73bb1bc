import { parentPort, workerData } from 'node:worker_threads';
import { toModel } from './to-model.ts';

// The file of a thread: gets a bot file, answers its model, ends.
parentPort?.postMessage(toModel(workerData));
