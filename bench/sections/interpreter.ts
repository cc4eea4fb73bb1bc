import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bench } from '../bench.ts';
import { type Figure, formatNumber, type Limit } from '../figures/table.ts';
import type { InterpreterFigures } from '../interpreter.ts';
import { pinned } from '../servers/pinning.ts';
import { cleanEnvironment } from '../servers/start-server.ts';

/** Steps, compiling and checking, in a process of their own that was built as the server is. */
export async function runInterpreter({ top, options, pinning }: Bench): Promise<Figure[]> {
  const script = join(top, 'dist', 'bench', 'interpreter.js');
  const rounds = String(Math.max(3, options.rounds));
  const [program, args] = pinned(pinning?.server, process.execPath, [script, rounds]);
  const { stdout } = await promisify(execFile)(program, args, { cwd: top, env: cleanEnvironment() });
  const { nodes, stepsPerSecond, bytesPerStep, compileMs, checkMs } = JSON.parse(
    stdout,
  ) as InterpreterFigures;
  const toFigure = (what: string, value: number, unit: string, must: Limit): Figure => ({
    what: `${what}, bot of ${formatNumber(nodes)} nodes`,
    value,
    unit,
    must,
    detail: { bytesPerStep },
  });
  return [
    toFigure('interpreter alone', stepsPerSecond, 'a second', { kind: 'at least', value: 300_000 }),
    toFigure('compile', compileMs, 'ms', { kind: 'below', value: 50 }),
    toFigure('check', checkMs, 'ms', { kind: 'below', value: 300 }),
  ];
}
