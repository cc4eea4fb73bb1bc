import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Module, parseModule, readModules } from './modules.ts';
import { findBreaches, isTestCode } from './rules.ts';

const top = join(import.meta.dirname, '..', '..');
const rooms = ['shared', 'server', 'client', 'flows', 'e2e', 'bench', 'scripts'];

describe('the house', () => {
  const modules = readModules(top, rooms);

  it('is read as a whole, and its largest files and functions are shown', () => {
    printLargest(modules);
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
  });

  it('keeps its walls', () => {
    expect(findBreaches(modules, (path) => existsSync(join(top, path)))).toEqual([]);
  });
});

describe('the rules', () => {
  const breaches = (sources: Record<string, string>) =>
    findBreaches(
      Object.entries(sources).map(([path, source]) => parseModule(path, source)),
      (path) => path in sources,
    );
  const target = {
    'server/store/store.ts': 'export const store = 1;',
    'shared/kinds/say.ts': 'export const say = 1;',
  };

  it.each([
    [
      'the server from the client',
      { 'client/app/a.ts': "import { store } from '../../server/store/store.ts';" },
    ],
    ['the server from shared', { 'shared/lib/a.ts': "import { store } from '../../server/store/store.ts';" }],
    [
      'a room from the browser tests',
      { 'e2e/specs/a.ts': "import { say } from '../../shared/kinds/say.ts';" },
    ],
    ['upwards within shared', { 'shared/schema/a.ts': "import type { say } from '../kinds/say.ts';" }],
    ['lazily, upwards within shared', { 'shared/text/a.ts': "const a = import('../kinds/say.ts');" }],
    ['in a type, upwards within shared', { 'shared/text/a.ts': "type A = import('../kinds/say.ts').A;" }],
    [
      'React Flow outside the canvas',
      { 'client/editor/panels/a.ts': "import { Panel } from '@xyflow/react';" },
    ],
    ['React in the widget', { 'client/widget/a.ts': "import { useState } from 'react';" }],
    ['Node in the browser', { 'client/ui/a.ts': "import { join } from 'node:path';" }],
    ['a file without its extension', { 'server/store/a.ts': "import { store } from './store';" }],
  ])('forbid importing %s', (_what, sources) => {
    expect(breaches({ ...target, ...sources })).toHaveLength(1);
  });

  it.each([
    ['export *', 'server/a.ts', "export * from './store/store.ts';"],
    ['default exports', 'server/a.ts', 'export default 1;'],
    ['reading the environment outside server/main.ts', 'server/a.ts', 'const port = process.env.PORT;'],
    ['listening outside server/main.ts', 'server/app.ts', 'app.listen(1);'],
    ['files above 400 lines', 'shared/lib/a.ts', '\n'.repeat(401)],
    ['folders of shared that have no place', 'shared/misc/a.ts', 'export const a = 1;'],
  ])('forbid %s', (_what, path, source) => {
    expect(breaches({ ...target, [path]: source })).toHaveLength(1);
  });

  it('forbid going round, by types too', () => {
    const sources = {
      'shared/lib/a.ts': "import { b } from './b.ts'; export const a = b;",
      'shared/lib/b.ts': "import type { a } from './a.ts'; export const b = 1;",
    };
    expect(breaches(sources)).toEqual([
      'imports go round: shared/lib/a.ts → shared/lib/b.ts → shared/lib/a.ts',
    ]);
  });

  it('allow what the house is made for', () => {
    const sources = {
      'client/app/a.ts': "import { say } from '../../shared/kinds/say.ts';",
      'server/main.ts': "import { store } from './store/store.ts'; app.listen(process.env.PORT);",
      'shared/interpreter/a.ts': "import { say } from '../kinds/say.ts';",
      'client/editor/canvas/a.ts': "import { ReactFlow } from '@xyflow/react';",
      'client/widget/a.ts': "import { h } from 'preact';",
    };
    expect(breaches({ ...target, ...sources })).toEqual([]);
  });
});

function printLargest(modules: Module[]) {
  const files = modules.toSorted((a, b) => b.lines - a.lines).slice(0, 10);
  const functions = modules
    .filter(({ path }) => !isTestCode(path))
    .flatMap((module) => module.functions)
    .sort((a, b) => b.lines - a.lines)
    .slice(0, 10);
  const lines = [
    `${modules.length} modules. Largest files:`,
    ...files.map(({ path, lines }) => `  ${lines}  ${path}`),
    'Largest functions:',
    ...functions.map(({ name, path, line, lines }) => `  ${lines}  ${name}  ${path}:${line}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
