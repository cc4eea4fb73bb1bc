import type { DraftFile, DraftFlow, DraftNode } from '../../../shared/kinds/document.ts';
import { kindOf } from '../../../shared/kinds/document.ts';
import type { Port } from '../../../shared/kinds/kind.ts';
import type { Edge } from '../../../shared/schema/flow.ts';

const nodeMaps = new WeakMap<readonly DraftNode[], Map<string, DraftNode>>();
const edgeMaps = new WeakMap<readonly Edge[], Map<string, Edge>>();

/** The flow of that id, if the file has one. */
export function findFlow(file: DraftFile, flow: string): DraftFlow | undefined {
  return file.flows.find(({ id }) => id === flow);
}

/** The node by its id. Documents never change in place, so each list of nodes is indexed once. */
export function findNode(file: DraftFile, flow: string, node: string): DraftNode | undefined {
  const nodes = findFlow(file, flow)?.nodes;
  if (!nodes) return undefined;
  const known = nodeMaps.get(nodes) ?? new Map(nodes.map((item) => [item.id, item]));
  nodeMaps.set(nodes, known);
  return known.get(node);
}

/** The edge that leaves a node by a port. */
export function findEdge(flow: DraftFlow, node: string, port: string): Edge | undefined {
  const known =
    edgeMaps.get(flow.edges) ??
    new Map(flow.edges.map((edge) => [`${edge.source}/${edge.sourceHandle}`, edge]));
  edgeMaps.set(flow.edges, known);
  return known.get(`${node}/${port}`);
}

/** The ways out of a node as it is drawn now. */
export function toPorts(node: Pick<DraftNode, 'type' | 'data'>): Port[] {
  return kindOf(node.type)?.ports(node.data) ?? [];
}

/** Whether an edge may lead into the node. */
export function isEnterable(node: Pick<DraftNode, 'type'>): boolean {
  const kind = kindOf(node.type);
  return kind !== undefined && (!kind.trigger || kind.enterable === true);
}
