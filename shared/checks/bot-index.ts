import { type DraftFile, type DraftFlow, type DraftNode, kindOf } from '../kinds/document.ts';
import type { Kind, Port } from '../kinds/kind.ts';
import type { Variable } from '../schema/bot-settings.ts';
import type { Edge } from '../schema/flow.ts';
import type { Path } from '../schema/references.ts';

export interface NodeIndex {
  node: DraftNode;
  kind: Kind;
  ports: Port[];
  flow: FlowIndex;
  path: Path;
}

export interface FlowIndex {
  flow: DraftFlow;
  path: Path;
  nodes: NodeIndex[];
  /** The first of this id; a second one is a problem of its own. */
  byId: Map<string, NodeIndex>;
  /** The edges that leave a node, in the file's order. */
  edgesFrom: Map<string, Edge[]>;
}

/** A bot that is being edited, indexed once for all checks. Nothing in it is taken to be complete. */
export interface BotIndex {
  file: DraftFile;
  flows: FlowIndex[];
  nodes: NodeIndex[];
  flowById: Map<string, FlowIndex>;
  variables: Map<string, Variable>;
}

/** Indexes a bot that was read as a draft. */
export function toBotIndex(file: DraftFile): BotIndex {
  const flows = file.flows.map((flow, index) => toFlowIndex(flow, ['flows', index]));
  return {
    file,
    flows,
    nodes: flows.flatMap(({ nodes }) => nodes),
    flowById: new Map(flows.toReversed().map((flow) => [flow.flow.id, flow])),
    variables: new Map(file.bot.variables.map((variable) => [variable.name, variable])),
  };
}

function toFlowIndex(flow: DraftFlow, path: Path): FlowIndex {
  const index: FlowIndex = { flow, path, nodes: [], byId: new Map(), edgesFrom: new Map() };
  flow.nodes.forEach((node, at) => {
    const kind = kindOf(node.type);
    if (!kind) return;
    const ports = kind.ports(node.data).filter(({ id }) => typeof id === 'string');
    const entry: NodeIndex = { node, kind, ports, flow: index, path: [...path, 'nodes', at] };
    index.nodes.push(entry);
    if (!index.byId.has(node.id)) index.byId.set(node.id, entry);
  });
  for (const edge of flow.edges) {
    const others = index.edgesFrom.get(edge.source);
    if (others) others.push(edge);
    else index.edgesFrom.set(edge.source, [edge]);
  }
  return index;
}

/** The node behind a way out, or undefined where nothing is connected. */
export function toTarget({ node, flow }: NodeIndex, port: string): NodeIndex | undefined {
  const edge = flow.edgesFrom.get(node.id)?.find(({ sourceHandle }) => sourceHandle === port);
  return edge && flow.byId.get(edge.target);
}

/** Where a run-flow goes: the flow-start of the flow it names. */
export function toCallee({ node }: NodeIndex, bot: BotIndex): NodeIndex | undefined {
  if (node.type !== 'run-flow' || typeof node.data.flow !== 'string') return undefined;
  return bot.flowById.get(node.data.flow)?.nodes.find((other) => other.node.type === 'flow-start');
}
