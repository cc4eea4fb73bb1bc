import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One thing that must hold, and every case in which it did not. */
export interface Check {
  name: string;
  /** Of how many cases. */
  of: number;
  findings: string[];
}

/** What a run has shown. */
export interface Report {
  suite: string;
  store: string;
  seed: number;
  /** What was done, by name. */
  figures: Record<string, number | string>;
  checks: Check[];
}

const mostShown = 5;
const longestShown = 300;

/** Whether nothing was found, and whether anything was looked at. */
export function isClean({ checks }: Report): boolean {
  return checks.length > 0 && checks.every(({ findings }) => findings.length === 0);
}

/** The table at the end of a run. */
export function toTable(report: Report): string {
  const { suite, store, seed, figures, checks } = report;
  const width = Math.max(...checks.map(({ name }) => name.length), 10);
  const lines = checks.flatMap(({ name, of, findings }) => [
    `  ${findings.length === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(width)}  ${findings.length} of ${of}`,
    ...findings.slice(0, mostShown).map((finding) => `          ${finding.slice(0, longestShown)}`),
    ...(findings.length > mostShown ? [`          … and ${findings.length - mostShown} more`] : []),
  ]);
  const done = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  return [
    `\n${suite}, ${store}, seed ${seed}`,
    `  ${done.join(', ')}`,
    `        ${'must hold'.padEnd(width)}  findings`,
    ...lines,
    isClean(report) ? '  Nothing was found.' : `  Repeat it with --seed ${seed}.`,
  ].join('\n');
}

/** Writes the figures as JSON and answers where: into a temporary folder unless a file is named. */
export function writeReport(report: Report, file: string): string {
  const folder = join(tmpdir(), 'baton-crash-reports');
  mkdirSync(folder, { recursive: true });
  const name = `${report.suite}-${report.store}-${report.seed}`.replace(/\W+/g, '-');
  const path = file === '' ? join(folder, `${name}.json`) : file;
  writeFileSync(path, `${JSON.stringify({ ...report, clean: isClean(report) }, null, 2)}\n`);
  return path;
}
