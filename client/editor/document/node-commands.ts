import {
  type DraftFile,
  type DraftFlow,
  type DraftNode,
  type KindType,
  kindOf,
} from '../../../shared/kinds/document.ts';
import type { Edge, Position } from '../../../shared/schema/flow.ts';
import type { Command } from './document-store.ts';
import { newId } from './new-id.ts';
import { isEnterable, toPorts } from './queries.ts';

/** Nodes with the edges between them, as they travel through the clipboard. */
export interface Fragment {
  nodes: DraftNode[];
  edges: Edge[];
}

export interface NewNode {
  flow: string;
  id: string;
  type: KindType;
  position: Position;
  /** The way out that leads to the new node. */
  from?: { node: string; port: string } | undefined;
}

/**
 * Adds a node with its kind's defaults, connected from a way out where one is given. What that way led to
 * until then comes behind the new node, so that a step put between two others breaks nothing.
 */
export function addNode({ flow, id, type, position, from }: NewNode): Command {
  return (file) => {
    const kind = kindOf(type);
    const target = flowOf(file, flow);
    if (!kind || !target) return;
    const node: DraftNode = { id, type, position, data: kind.defaults() as DraftNode['data'] };
    target.nodes.push(node);
    if (!from || !isEnterable({ type })) return;
    const before = target.edges.find(
      ({ source, sourceHandle }) => source === from.node && sourceHandle === from.port,
    )?.target;
    connect(flow, from.node, from.port, id)(file);
    const onward = toOnwardPort(node);
    if (before !== undefined && onward !== undefined) connect(flow, id, onward, before)(file);
  };
}

/** The way out by which a conversation simply goes on, if the kind has one. */
function toOnwardPort(node: DraftNode): string | undefined {
  const ports = toPorts(node);
  const [first] = ports;
  if (ports.some(({ id }) => id === 'next')) return 'next';
  return first?.optional ? undefined : first?.id;
}

/** Moves nodes to where they were dropped. */
export function moveNodes(flow: string, positions: ReadonlyMap<string, Position>): Command {
  return (file) => {
    for (const node of flowOf(file, flow)?.nodes ?? []) {
      const to = positions.get(node.id);
      if (to && (to.x !== node.position.x || to.y !== node.position.y)) node.position = to;
    }
  };
}

/** Edits a node's data; ways out that are gone by that take their connections with them. */
export function editData(flow: string, node: string, edit: (data: DraftNode['data']) => void): Command {
  return (file) => {
    const target = flowOf(file, flow);
    const found = target?.nodes.find(({ id }) => id === node);
    if (!target || !found) return;
    edit(found.data);
    for (const [key, value] of Object.entries(found.data)) if (value === undefined) delete found.data[key];
    const ports = new Set(toPorts(found).map(({ id }) => id));
    keepEdges(target, ({ source, sourceHandle }) => source !== node || ports.has(sourceHandle));
  };
}

/** Deletes nodes and every connection that touches them. */
export function removeNodes(flow: string, nodes: readonly string[]): Command {
  return (file) => {
    const target = flowOf(file, flow);
    if (!target) return;
    const gone = new Set(nodes);
    if (target.nodes.some(({ id }) => gone.has(id)))
      target.nodes = target.nodes.filter(({ id }) => !gone.has(id));
    keepEdges(target, ({ source, target: to }) => !gone.has(source) && !gone.has(to));
  };
}

/** Leads a way out to a node; it leads nowhere else from then on. */
export function connect(flow: string, node: string, port: string, to: string): Command {
  return (file) => {
    const target = flowOf(file, flow);
    if (!target || !canConnect(target, node, port, to)) return;
    const existing = target.edges.find(
      ({ source, sourceHandle }) => source === node && sourceHandle === port,
    );
    if (existing) existing.target = to;
    else {
      const id = newId(
        'e-',
        target.edges.map((edge) => edge.id),
      );
      target.edges.push({ id, source: node, sourceHandle: port, target: to });
    }
  };
}

/** Takes connections away by their ids. */
export function removeEdges(flow: string, edges: readonly string[]): Command {
  return (file) => {
    const target = flowOf(file, flow);
    if (target) keepEdges(target, ({ id }) => !edges.includes(id));
  };
}

/** Whether this way out may lead to that node: both exist, and nothing leads into a beginning. */
export function canConnect(flow: DraftFlow, node: string, port: string, to: string): boolean {
  const source = flow.nodes.find(({ id }) => id === node);
  const target = flow.nodes.find(({ id }) => id === to);
  return Boolean(source && target && isEnterable(target) && toPorts(source).some(({ id }) => id === port));
}

/** The nodes with what connects them, for the clipboard. */
export function toFragment(flow: DraftFlow, nodes: readonly string[]): Fragment {
  const taken = new Set(nodes);
  return {
    nodes: flow.nodes.filter(({ id }) => taken.has(id)),
    edges: flow.edges.filter(({ source, target }) => taken.has(source) && taken.has(target)),
  };
}

/** A copy with ids of its own, moved by `by`, and the command that adds it to a flow. */
export function pasteFragment(
  flow: string,
  fragment: Fragment,
  by: Position,
): { ids: string[]; command: Command } {
  const ids = new Map(fragment.nodes.map(({ id }) => [id, newId('n-')]));
  const toId = (id: string) => ids.get(id) ?? id;
  const nodes = fragment.nodes.map(({ id, type, position, data }) => ({
    id: toId(id),
    type,
    position: { x: position.x + by.x, y: position.y + by.y },
    data: structuredClone(data),
  }));
  const edges = fragment.edges.map(({ source, sourceHandle, target }) => ({
    id: newId('e-'),
    source: toId(source),
    sourceHandle,
    target: toId(target),
  }));
  const command: Command = (file) => {
    const target = flowOf(file, flow);
    target?.nodes.push(...nodes);
    target?.edges.push(...edges);
  };
  return { ids: [...ids.values()], command };
}

function flowOf(file: DraftFile, flow: string): DraftFlow | undefined {
  return file.flows.find(({ id }) => id === flow);
}

/** Leaves the list alone where nothing goes, so that such an edit is no change at all. */
function keepEdges(flow: DraftFlow, keeps: (edge: Edge) => boolean): void {
  if (!flow.edges.every(keeps)) flow.edges = flow.edges.filter(keeps);
}
