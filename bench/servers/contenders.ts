import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import type { Contender } from './arena.ts';
import { toBare } from './bare.ts';
import { toBaton } from './baton.ts';

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

/** The same on PostgreSQL, where a place is an address. */
export function createPostgresContenders({ top, folder }: Bench, recordingPath: string) {
  const baton: Contender = {
    name: 'Baton on PostgreSQL',
    toCommand: (databaseUrl) => toBaton(top, { folder, databaseUrl }),
  };
  const express: Contender = {
    name: 'bare Express on PostgreSQL',
    toCommand: (url) => toBare(top, 'express-pg', url, recordingPath),
  };
  return { baton, express };
}
