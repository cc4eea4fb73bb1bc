import { type Options, parseOptions, type SuiteName } from './options.ts';
import { isClean, type Report, toTable, writeReport } from './report.ts';
import { type Bench, openBench } from './suites/bench.ts';
import { runKills } from './suites/kills.ts';
import { runRaces } from './suites/races.ts';
import { runStreams } from './suites/streams.ts';

const runs: Partial<Record<SuiteName, (bench: Bench) => Promise<Report>>> = {
  kills: runKills,
  races: runRaces,
  streams: runStreams,
};

let options: Options;
try {
  options = parseOptions(process.argv.slice(2), Math.floor(Math.random() * 1_000_000));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
process.stdout.write(`${options.suite}, ${options.store}, seed ${options.seed}\n`);
const bench = await openBench(options);
const run = runs[options.suite];
if (!run) throw new Error(`${options.suite} is missing.`);
let clean = false;
try {
  const report = await run(bench);
  clean = isClean(report);
  process.stdout.write(`${toTable(report)}\n  Figures are in ${writeReport(report)}\n`);
} finally {
  await bench.close(clean);
}
process.exitCode = clean ? 0 : 1;
