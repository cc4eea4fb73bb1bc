import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bench } from './bench.ts';
import { describeMachine, type Machine } from './figures/machine.ts';
import { type Figure, passes, toTable } from './figures/table.ts';
import { parseOptions, usage } from './options.ts';
import { runSections } from './run-sections.ts';
import { choosePinning, describePinning, pinLoad } from './servers/pinning.ts';

const top = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(usage);
  process.exit(0);
}

const bench = createBench(args);
process.on('exit', () => rmSync(bench.folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

const machine = describeMachine(top, bench.folder);
console.log(toHeading(machine, bench));
pinLoad(bench.pinning);
const figures = await runSections(bench);
if (bench.options.profile !== undefined) process.exit(0);
console.log(`\n${toTable(figures)}`);
for (const { what, fault } of figures)
  if (fault !== undefined) console.log(`No result for "${what.trim()}": ${fault}`);
writeFileSync(resolve(bench.options.json), toJson(machine, bench, figures));
console.log(`\nEach round's figures: ${bench.options.json}`);
process.exit(figures.some((figure) => passes(figure) === false) ? 1 : 0);

function createBench(given: string[]): Bench {
  try {
    return {
      top,
      options: parseOptions(given),
      pinning: choosePinning(),
      folder: mkdtempSync(join(tmpdir(), 'baton-bench-')),
      tell: (line) => console.log(line),
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

function toHeading(machine: Machine, { options, pinning }: Bench): string {
  const { node, processor, cores, system, commit, loadBefore, syncMs } = machine;
  return [
    `Node ${node}, ${processor}, ${cores} cores, ${system}; commit ${commit}`,
    `${describePinning(pinning)}; the disk syncs in ${syncMs.toFixed(2)} ms`,
    `${options.rounds} rounds of ${options.seconds} s after ${options.warmup} s, ${options.connections} connections, ${options.conversations} conversations`,
    ...(loadBefore > 0.5
      ? [`The machine is busy (load ${loadBefore.toFixed(1)}): trust no figure but ratios.`]
      : []),
  ].join('\n');
}

function toJson(machine: Machine, { options, pinning }: Bench, figures: readonly Figure[]): string {
  const told = figures.map((figure) => ({ ...figure, what: figure.what.trim(), passed: passes(figure) }));
  return `${JSON.stringify({ machine, pinning: describePinning(pinning), options, figures: told }, null, 2)}\n`;
}
