import type { ImportLine, Module } from './modules.ts';

/** Folders of shared/, top to bottom: a folder imports only itself and what stands above it. */
const sharedOrder = [
  'lib',
  'text',
  'schema',
  'understanding',
  'kinds',
  'graph',
  'interpreter',
  'checks',
  'api',
  'locales',
];

/** Which rooms a room may import besides itself. */
const mayImport: Record<string, string[]> = {
  shared: [],
  client: ['shared'],
  server: ['shared'],
  flows: ['shared'],
  e2e: [],
  bench: ['shared', 'server', 'scripts'],
  scripts: ['shared'],
};

const linesPerFile = 400;

/** Every sentence in which the modules break the house's rules; none when all is well. */
export function findBreaches(modules: Module[], exists: (path: string) => boolean): string[] {
  return [
    ...modules.flatMap((module) => [
      ...module.imports.flatMap((line) => [
        ...checkRooms(module, line),
        ...checkSharedOrder(module, line),
        ...checkTestSupport(module, line),
        ...checkPackages(module, line),
        ...checkTarget(module, line, exists),
      ]),
      ...checkSharedFolder(module),
      ...checkExports(module),
      ...checkServerEntry(module),
      ...checkLength(module),
    ]),
    ...findCycles(modules),
  ];
}

/** Tests, contract suites, the browser tests, and what only tests use, kept in folders named `testing`. */
export function isTestCode(path: string): boolean {
  return /\.(test|contract)\.tsx?$/.test(path) || path.includes('/testing/') || path.startsWith('e2e/');
}

function checkRooms(module: Module, { target, line }: ImportLine): string[] {
  if (target === undefined) return [];
  const from = roomOf(module.path);
  const to = roomOf(target);
  if (from === to || mayImport[from]?.includes(to)) return [];
  // Tests of every room may start what they need, such as a database, with the tools.
  if (isTestCode(module.path) && to === 'scripts') return [];
  return [`${module.path}:${line} imports ${target}: ${from} may not import ${to}`];
}

/** shared/locales holds only words, so anyone may read it; it reads nothing but lib and text itself. */
function checkSharedOrder(module: Module, { target, line }: ImportLine): string[] {
  if (isTestCode(module.path) || roomOf(module.path) !== 'shared') return [];
  const from = folderOf(module.path);
  if (!sharedOrder.includes(from)) {
    return [
      `${module.path}: shared/${from} has no place in the order of shared/ (${sharedOrder.join(', ')})`,
    ];
  }
  if (target === undefined || roomOf(target) !== 'shared') return [];
  const to = folderOf(target);
  const allowed = from === 'locales' ? ['locales', 'lib', 'text'] : ['locales', ...upTo(from)];
  if (allowed.includes(to)) return [];
  return [`${module.path}:${line} imports ${target}: within shared, ${from} stands above ${to}`];
}

function checkSharedFolder({ path }: Module): string[] {
  if (roomOf(path) !== 'shared' || isTestCode(path) || sharedOrder.includes(folderOf(path))) return [];
  return [
    `${path}: shared/${folderOf(path)} has no place in the order of shared/ (${sharedOrder.join(', ')})`,
  ];
}

function checkTestSupport(module: Module, { target, line }: ImportLine): string[] {
  if (target === undefined || isTestCode(module.path) || !isTestCode(target)) return [];
  return [`${module.path}:${line} imports ${target}: only tests import test code`];
}

function checkPackages(module: Module, { specifier, target, line }: ImportLine): string[] {
  const { path } = module;
  const breach = (why: string) => [`${path}:${line} imports ${specifier}: ${why}`];
  const isScreens = roomOf(path) === 'client' && !path.startsWith('client/widget/');
  if (target?.startsWith('client/widget/') && isScreens) return breach('the widget is a bundle of its own');
  if (
    path.startsWith('client/widget/') &&
    target?.startsWith('client/') &&
    !target.startsWith('client/widget/')
  ) {
    return breach('the widget imports nothing of the screens');
  }
  if (target !== undefined) return [];
  if (/^@xyflow\//.test(specifier) && !path.startsWith('client/editor/canvas/')) {
    return breach('client/editor/canvas is the only importer of React Flow');
  }
  if (
    path.startsWith('client/widget/') &&
    /^(react|react-dom|@mantine|@xyflow|zustand)(\/|$)/.test(specifier)
  ) {
    return breach('no React and no UI kit in the widget');
  }
  const isPure = (roomOf(path) === 'shared' || roomOf(path) === 'client') && !isTestCode(path);
  if (isPure && specifier.startsWith('node:'))
    return breach(`${roomOf(path)} runs in the browser too, without Node`);
  return [];
}

function checkTarget(
  module: Module,
  { specifier, target, line }: ImportLine,
  exists: (path: string) => boolean,
) {
  if (target === undefined || exists(target)) return [];
  return [
    `${module.path}:${line} imports ${specifier}: no such file (relative imports carry their extension)`,
  ];
}

function checkExports({ path, exportAll, defaultExports }: Module): string[] {
  return [
    ...exportAll.map((line) => `${path}:${line} has export *: name what is exported`),
    ...defaultExports.map((line) => `${path}:${line} has a default export: give it a name`),
  ];
}

/** Settings and the port belong to server/main.ts alone, so that all else can be tested without either. */
function checkServerEntry({ path, environmentReads, listenCalls }: Module): string[] {
  const isProduct = ['server', 'client', 'shared'].includes(roomOf(path)) && !isTestCode(path);
  if (!isProduct || path === 'server/main.ts') return [];
  return [
    ...environmentReads.map((line) => `${path}:${line} reads process.env: only server/main.ts does`),
    ...(roomOf(path) === 'server' ? listenCalls : []).map(
      (line) => `${path}:${line} calls listen: only server/main.ts does`,
    ),
  ];
}

function checkLength({ path, lines }: Module): string[] {
  return lines > linesPerFile
    ? [`${path} has ${lines} lines, of at most ${linesPerFile}: look for a seam`]
    : [];
}

/** One sentence for each group of modules that import each other in a circle, type-only imports included. */
function findCycles(modules: Module[]): string[] {
  const targets = new Map(
    modules.map(({ path, imports }) => [path, imports.flatMap(({ target }) => (target ? [target] : []))]),
  );
  const done = new Set<string>();
  const trail: string[] = [];
  const cycles: string[] = [];
  const visit = (path: string) => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push(`imports go round: ${[...trail.slice(at), path].join(' → ')}`);
    if (at >= 0 || done.has(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const { path } of modules) visit(path);
  return cycles;
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function upTo(folder: string): string[] {
  return sharedOrder.slice(0, sharedOrder.indexOf(folder) + 1);
}
