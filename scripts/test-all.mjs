import { requireNode } from './steps/node-version.mjs';

requireNode();
const { otherMajors, runOnOtherNode } = await import('./steps/other-node.mjs');
const { addCounts, runEverything, toTotal } = await import('./steps/whole-run.mjs');
const { clearSurroundings } = await import('./steps/surroundings.mjs');
const { top } = await import('./steps/command.mjs');

process.chdir(top);
clearSurroundings();
const counts = [await runEverything({ all: true })];
const notRun = [];
for (const major of otherMajors()) {
  const result = await runOnOtherNode(major);
  if ('count' in result) counts.push(result.count);
  else notRun.push(result.notRun);
}
const total = addCounts(counts);
for (const sentence of notRun) console.error(sentence);
console.log(toTotal(total) + (notRun.length > 0 ? `, ${notRun.length} not run` : ''));
process.exitCode = total.failed === 0 && notRun.length === 0 ? 0 : 1;
