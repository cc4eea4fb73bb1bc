import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createCallLog } from './call-log.ts';

function note(status: number, url = '/api/bots?secret=1'): { level?: number } & Record<string, unknown> {
  const lines: string[] = [];
  const log = createCallLog(pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }));
  const req = { method: 'GET', url } as IncomingMessage;
  log.note(req, { statusCode: status, writableEnded: true } as ServerResponse, 0);
  return JSON.parse(lines[0] ?? '{}');
}

test('our own faults are errors, refusals are told, what went well is only for who looks closely', () => {
  expect([500, 404, 200].map((status) => note(status).level)).toEqual([50, 30, 20]);
});

test('whoever is asked to come again while the database is away is no error of its own', () => {
  expect(note(503).level).toBe(30);
});

test('the path is told without what stands behind it, and monitors not at all', () => {
  expect(note(200).req).toEqual({ method: 'GET', path: '/api/bots' });
  expect(note(503, '/readyz')).toEqual({});
});
