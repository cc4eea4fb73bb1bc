import type { DraftFile, DraftFlow } from '../../../shared/kinds/document.ts';
import { isEqual } from './is-equal.ts';

/** Something that both sides changed, each in another way. */
export interface Conflict {
  what: 'settings' | 'variables' | 'departments' | 'assets' | 'flow' | 'step' | 'connection';
  /** The flow it stands in. */
  flow?: string;
  /** The id or key of what was changed. */
  id: string;
}

export type Side = 'mine' | 'theirs';

export interface Merged {
  file: DraftFile;
  conflicts: Conflict[];
}

type Item = { id: string };

/**
 * Brings two edits of one file together, by setting, flow, step and connection: what only one side changed
 * is taken from it, and where both did, `winner` wins and the conflict is told.
 */
export function mergeFiles(base: DraftFile, mine: DraftFile, theirs: DraftFile, winner: Side): Merged {
  const conflicts: Conflict[] = [];
  const tell = (what: Conflict['what'], id: string, flow?: string) => {
    conflicts.push(flow === undefined ? { what, id } : { what, id, flow });
  };
  const bot = mergeSettings(base, mine, theirs, winner, tell);
  const flows = mergeLists<DraftFlow>(
    [base.flows, mine.flows, theirs.flows],
    winner,
    (id) => tell('flow', id),
    (before, my, their) => mergeFlows(before, my, their, winner, tell),
  );
  return { file: { ...theirs, bot, flows: flows.map(withoutLooseEdges) }, conflicts };
}

type Tell = (what: Conflict['what'], id: string, flow?: string) => void;

function mergeSettings(base: DraftFile, mine: DraftFile, theirs: DraftFile, winner: Side, tell: Tell) {
  const lists = {
    variables: mergeKeyed([base, mine, theirs].map(toVariables) as Three<Keyed>, winner, (id) =>
      tell('variables', id),
    ),
    departments: mergeKeyed([base, mine, theirs].map(toDepartments) as Three<Keyed>, winner, (id) =>
      tell('departments', id),
    ),
  };
  const assets = mergeKeyed([base.bot.assets, mine.bot.assets, theirs.bot.assets], winner, (id) =>
    tell('assets', id),
  );
  const rest = mergeKeyed([toRest(base), toRest(mine), toRest(theirs)], winner, (id) => tell('settings', id));
  return {
    ...rest,
    assets,
    variables: Object.values(lists.variables),
    departments: Object.values(lists.departments),
  } as DraftFile['bot'];
}

type Keyed = Record<string, unknown>;
type Three<T> = [base: T, mine: T, theirs: T];

const toVariables = ({ bot }: DraftFile): Keyed =>
  Object.fromEntries(bot.variables.map((item) => [item.name, item]));
const toDepartments = ({ bot }: DraftFile): Keyed =>
  Object.fromEntries(bot.departments.map((item) => [item.id, item]));

function toRest({ bot }: DraftFile): Keyed {
  const { variables: _variables, departments: _departments, assets: _assets, ...rest } = bot;
  return rest;
}

function mergeFlows(before: DraftFlow, my: DraftFlow, their: DraftFlow, winner: Side, tell: Tell): DraftFlow {
  const name = pick([before.name, my.name, their.name], winner, () => tell('flow', before.id));
  return {
    id: before.id,
    name: name ?? my.name,
    nodes: mergeLists([before.nodes, my.nodes, their.nodes], winner, (id) => tell('step', id, before.id)),
    edges: mergeLists([before.edges, my.edges, their.edges], winner, (id) =>
      tell('connection', id, before.id),
    ),
  };
}

/** Lists of things with ids: theirs in their order, then what only mine has. */
function mergeLists<T extends Item>(
  lists: Three<readonly T[]>,
  winner: Side,
  onConflict: (id: string) => void,
  deeper?: (base: T, mine: T, theirs: T) => T,
): T[] {
  const [base, mine, theirs] = lists.map((list) => new Map(list.map((item) => [item.id, item]))) as Three<
    Map<string, T>
  >;
  const ids = new Set([...theirs.keys(), ...mine.keys()]);
  return [...ids].flatMap((id) => {
    const three: Three<T | undefined> = [base.get(id), mine.get(id), theirs.get(id)];
    const [before, my, their] = three;
    if (deeper && before && my && their) return [deeper(before, my, their)];
    return pick(three, winner, () => onConflict(id)) ?? [];
  });
}

function mergeKeyed(three: Three<Keyed>, winner: Side, onConflict: (key: string) => void): Keyed {
  const [base, mine, theirs] = three;
  const merged: Keyed = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = pick([base[key], mine[key], theirs[key]], winner, () => onConflict(key));
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function pick<T>([base, mine, theirs]: Three<T>, winner: Side, onConflict: () => void): T {
  if (isEqual(mine, theirs) || isEqual(base, mine)) return theirs;
  if (isEqual(base, theirs)) return mine;
  onConflict();
  return winner === 'mine' ? mine : theirs;
}

/** One side may have deleted the step that the other connected, or given a way out two connections. */
function withoutLooseEdges(flow: DraftFlow): DraftFlow {
  const nodes = new Set(flow.nodes.map(({ id }) => id));
  const ports = new Set<string>();
  const edges = flow.edges.filter(({ source, sourceHandle, target }) => {
    const port = `${source}/${sourceHandle}`;
    if (!nodes.has(source) || !nodes.has(target) || ports.has(port)) return false;
    ports.add(port);
    return true;
  });
  return edges.length === flow.edges.length ? flow : { ...flow, edges };
}
