import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { toBare } from './bare.ts';
import { toBaton } from './baton.ts';
import type { ServerCommand } from './start-server.ts';

/** A server that works on a folder with a copy of Baton's database. */
export interface Contender {
  name: string;
  toCommand(folder: string): ServerCommand;
}

/** Baton and the bare servers, which write what was recorded of it. */
export function createContenders(bench: Bench, recordingPath: string) {
  const bare = (name: string, file: Parameters<typeof toBare>[1]): Contender => ({
    name,
    toCommand: (folder) => toBare(bench.top, file, join(folder, 'baton.sqlite'), recordingPath),
  });
  return {
    baton: { name: 'Baton', toCommand: (folder: string) => toBaton(bench.top, { folder }) },
    express: bare('bare Express', 'express'),
    nodeHttp: bare('bare node:http', 'node-http'),
    naive: bare('naive Express', 'naive-express'),
  };
}
