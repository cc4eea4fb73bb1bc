import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { type Expression, parseSync, Visitor } from 'oxc-parser';

/** One import or re-export line: what it asks for, and where that is when it is a file of ours. */
export interface ImportLine {
  specifier: string;
  /** Path from the top folder, or undefined for a package. */
  target: string | undefined;
  line: number;
}

/** A function with its length in lines. */
export interface FunctionSize {
  name: string;
  path: string;
  line: number;
  lines: number;
}

/** What the rules need to know of one source file; paths are from the top folder, with forward slashes. */
export interface Module {
  path: string;
  lines: number;
  imports: ImportLine[];
  functions: FunctionSize[];
  /** Lines with `export * from`. */
  exportAll: number[];
  /** Lines with a default export. */
  defaultExports: number[];
  /** Lines that read `process.env`. */
  environmentReads: number[];
  /** Lines that call `listen` on a server or an app. */
  listenCalls: number[];
}

/** Reads every TypeScript file in the given folders below `top`. */
export function readModules(top: string, folders: string[]): Module[] {
  return folders
    .filter((folder) => existsSync(join(top, folder)))
    .flatMap((folder) =>
      readdirSync(join(top, folder), { recursive: true }).map((path) => `${folder}/${String(path)}`),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !path.includes('node_modules/'))
    .sort()
    .map((path) => parseModule(path, readFileSync(join(top, path), 'utf8')));
}

/** Parses one file. A syntax error throws: a file that cannot be read must not pass as one without imports. */
export function parseModule(path: string, source: string): Module {
  const parsed = parseSync(path, source);
  const error = parsed.errors.find(({ severity }) => String(severity) === 'Error');
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const lineAt = lineCounter(source);
  const found = visitProgram(parsed.program, path, lineAt);
  const requests = [
    ...parsed.module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...parsed.module.staticExports.flatMap(({ entries }) =>
      entries.map(({ moduleRequest }) => moduleRequest),
    ),
  ].flatMap((request) => (request ? [{ specifier: request.value, start: request.start }] : []));
  const exports = parsed.module.staticExports.flatMap(({ entries }) => entries);
  return {
    path,
    lines: source.split('\n').length - (source.endsWith('\n') ? 1 : 0),
    imports: [...requests, ...found.imports].map(({ specifier, start }) => ({
      specifier,
      target: specifier.startsWith('.') ? resolveRelative(path, specifier) : undefined,
      line: lineAt(start),
    })),
    functions: found.functions,
    exportAll: exports
      .filter(
        ({ importName, exportName }) => importName.kind === 'AllButDefault' && exportName.kind === 'None',
      )
      .map(({ start }) => lineAt(start)),
    defaultExports: exports
      .filter(({ exportName }) => exportName.kind === 'Default')
      .map(({ start }) => lineAt(start)),
    environmentReads: found.environmentReads,
    listenCalls: found.listenCalls,
  };
}

function visitProgram(
  program: Parameters<Visitor['visit']>[0],
  path: string,
  lineAt: (offset: number) => number,
) {
  const imports: { specifier: string; start: number }[] = [];
  const functions: FunctionSize[] = [];
  const environmentReads: number[] = [];
  const listenCalls: number[] = [];
  const names = new Map<number, string>();
  const addFunction = (node: { start: number; end: number }, name: string | undefined) => {
    const line = lineAt(node.start);
    functions.push({ name: name ?? '(unnamed)', path, line, lines: lineAt(node.end) - line + 1 });
  };
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (init && id.type === 'Identifier') names.set(init.start, id.name);
    },
    FunctionDeclaration: (node) => addFunction(node, node.id?.name),
    FunctionExpression: (node) => addFunction(node, node.id?.name ?? names.get(node.start)),
    ArrowFunctionExpression: (node) => addFunction(node, names.get(node.start)),
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') {
        imports.push({ specifier: source.value, start: source.start });
      }
    },
    TSImportType: ({ source }) => imports.push({ specifier: source.value, start: source.start }),
    MemberExpression: ({ object, property, start }) => {
      const isEnvironment = object.type === 'Identifier' && object.name === 'process';
      if (isEnvironment && 'name' in property && property.name === 'env')
        environmentReads.push(lineAt(start));
    },
    CallExpression: ({ callee, start }) => {
      if (callee.type !== 'MemberExpression' || !('name' in callee.property)) return;
      if (callee.property.name === 'listen' && isServer(callee.object)) listenCalls.push(lineAt(start));
    },
  }).visit(program);
  return { imports, functions, environmentReads, listenCalls };
}

/** Told by its name, or by being made on the spot; signals and streams have a `listen` of their own. */
function isServer(object: Expression): boolean {
  return (
    object.type === 'CallExpression' || (object.type === 'Identifier' && /app|server/i.test(object.name))
  );
}

function resolveRelative(from: string, specifier: string): string {
  return normalize(join(dirname(from), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/');
}

function lineCounter(source: string): (offset: number) => number {
  const starts = [0];
  for (let index = source.indexOf('\n'); index >= 0; index = source.indexOf('\n', index + 1))
    starts.push(index + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
