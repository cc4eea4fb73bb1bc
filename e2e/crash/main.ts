import { type Options, parseOptions, type SuiteName } from './options.ts';
import { isClean, type Report, toTable, writeReport } from './report.ts';
import { type Bench, openBench } from './suites/bench.ts';
import { runCuts } from './suites/cuts.ts';
import { runFaults } from './suites/faults.ts';
import { runKills } from './suites/kills.ts';
import { runRaces } from './suites/races.ts';
import { runStreams } from './suites/streams.ts';
import { runSyncs } from './suites/syncs.ts';

const runs: Record<SuiteName, (bench: Bench) => Promise<Report>> = {
  kills: runKills,
  faults: runFaults,
  races: runRaces,
  streams: runStreams,
  syncs: runSyncs,
  cuts: runCuts,
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
let clean = false;
try {
  const report = await runs[options.suite](bench);
  clean = isClean(report);
  process.stdout.write(`${toTable(report)}\n  Figures are in ${writeReport(report, options.report)}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await bench.close(clean);
}
process.exitCode = clean ? 0 : 1;
