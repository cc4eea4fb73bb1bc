import type { Path } from '../../schema/references.ts';
import type { BotIndex } from '../bot-index.ts';
import type { ProblemCode } from '../catalogue.ts';
import type { Finding } from '../problem.ts';

/** Two of one id: flows, steps, connections, variables, departments, languages, dates, surveys, options. */
export function duplicateIds({ file, flows, nodes }: BotIndex): Finding[] {
  const { bot } = file;
  const surveys = nodes.filter(({ node }) => node.type === 'start-survey');
  return [
    ...twice(
      'duplicate-flow',
      file.flows.map(({ id }, index) => [id, ['flows', index, 'id']]),
    ),
    ...flows.flatMap(({ flow, path }) => [
      ...twice(
        'duplicate-node',
        flow.nodes.map(({ id }, index) => [id, [...path, 'nodes', index, 'id']]),
      ),
      ...twice(
        'duplicate-edge',
        flow.edges.map(({ id }, index) => [id, [...path, 'edges', index, 'id']]),
      ),
    ]),
    ...nodes.flatMap(({ node, path }) => inLists(node.data, [...path, 'data'])),
    ...twice(
      'duplicate-survey',
      surveys.map(({ node, path }) => [node.data.name, [...path, 'data', 'name']]),
    ),
    ...twice(
      'duplicate-variable',
      bot.variables.map(({ name }, index) => [name, ['bot', 'variables', index, 'name']]),
    ),
    ...twice(
      'duplicate-department',
      bot.departments.map(({ id }, index) => [id, ['bot', 'departments', index, 'id']]),
    ),
    ...twice(
      'duplicate-language',
      bot.languages.map((language, index) => [language, ['bot', 'languages', index]]),
    ),
    ...twice(
      'duplicate-exception',
      (bot.hours?.exceptions ?? []).map(({ date }, index) => [
        date,
        ['bot', 'hours', 'exceptions', index, 'date'],
      ]),
    ),
  ];
}

/** A finding at each that comes after one of the same name. Names that are missing are another check's. */
function twice(code: ProblemCode, named: [name: unknown, path: Path][]): Finding[] {
  const seen = new Set<string>();
  return named.flatMap(([id, path]) => {
    if (typeof id !== 'string' || id === '') return [];
    if (seen.has(id)) return [{ code, path, values: { id } }];
    seen.add(id);
    return [];
  });
}

/** Options and branches: every list in a step's data whose entries have ids. */
function inLists(data: Record<string, unknown>, path: Path): Finding[] {
  return Object.entries(data).flatMap(([field, list]) => {
    if (!Array.isArray(list)) return [];
    const ids = list.map((item: unknown, index): [unknown, Path] => [
      toId(item),
      [...path, field, index, 'id'],
    ]);
    return twice('duplicate-option', ids);
  });
}

function toId(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
}
