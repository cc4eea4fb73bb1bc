import type { Connection, EdgeChange, NodeChange } from '@xyflow/react';
import type { Position } from '../../../shared/schema/flow.ts';
import { perform } from '../document/document-store.ts';
import { all } from '../document/flow-commands.ts';
import { connect, moveNodes, removeEdges, removeNodes } from '../document/node-commands.ts';
import type { Editor } from '../editor-context.ts';
import type { StepEdge, StepNode } from './canvas-elements.ts';

/**
 * What the canvas reports becomes commands on the document, or a change of the view. A drag is one
 * command, when it ends; until then only `dragged` knows where the nodes are.
 */
export function takeNodeChanges(
  { document, view }: Editor,
  flow: string,
  changes: readonly NodeChange<StepNode>[],
  dragged: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  const moving = new Map(dragged);
  const moved = new Map<string, Position>();
  for (const change of changes) {
    if (change.type !== 'position' || !change.position) continue;
    const place = { x: Math.round(change.position.x), y: Math.round(change.position.y) };
    if (change.dragging) moving.set(change.id, place);
    else moved.set(change.id, place);
  }
  view.setState(({ selectedNodes }) => {
    const next = toSelection(selectedNodes, changes);
    return next === selectedNodes ? {} : { selectedNodes: next };
  });
  if (moved.size === 0) return moving.size === dragged.size && dragged.size === 0 ? dragged : moving;
  perform(document, moveNodes(flow, moved), dragged.size > 0 ? null : `keys:${flow}`);
  return new Map();
}

/** Takes into the view which connections are selected; React Flow keeps nothing else of them. */
export function takeEdgeChanges({ view }: Editor, changes: readonly EdgeChange<StepEdge>[]): void {
  view.setState(({ selectedEdges }) => {
    const next = toSelection(selectedEdges, changes);
    return next === selectedEdges ? {} : { selectedEdges: next };
  });
}

/** Connects what the designer joined on the canvas. */
export function takeConnection(
  { document }: Editor,
  flow: string,
  { source, sourceHandle, target }: Connection,
): void {
  if (sourceHandle) perform(document, connect(flow, source, sourceHandle, target));
}

/** Deletes steps and connections as one edit, and selects nothing any more. */
export function takeDeletion(
  { document, view }: Editor,
  flow: string,
  deleted: { nodes: readonly { id: string }[]; edges: readonly { id: string }[] },
): void {
  const nodes = deleted.nodes.map(({ id }) => id);
  const edges = deleted.edges.map(({ id }) => id);
  perform(document, all(removeEdges(flow, edges), removeNodes(flow, nodes)));
  view.setState({ selectedNodes: [], selectedEdges: [] });
}

interface Change {
  type: string;
  id?: string;
  selected?: boolean;
}

function toSelection(selected: readonly string[], changes: readonly Change[]): readonly string[] {
  const next = new Set(selected);
  for (const { type, id, selected: on } of changes) {
    if (type !== 'select' || id === undefined) continue;
    if (on) next.add(id);
    else next.delete(id);
  }
  return next.size === selected.length && selected.every((id) => next.has(id)) ? selected : [...next];
}
