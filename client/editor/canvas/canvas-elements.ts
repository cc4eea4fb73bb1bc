import { type Edge as CanvasEdge, type Node as CanvasNode, Position as Side } from '@xyflow/react';
import type { DraftFlow, DraftNode } from '../../../shared/kinds/document.ts';
import type { Family } from '../../../shared/kinds/kind.ts';
import type { Edge, Position } from '../../../shared/schema/flow.ts';
import { isEnterable } from '../document/queries.ts';
import { toStepName, toWayName } from '../kinds/way-name.ts';
import { toPlain, type Words } from '../kinds/words.ts';
import { type Card, cardWidth, headHeight, portHeight, toCard } from './card.ts';

export type StepNode = CanvasNode<{ flow: string; family: Family }, 'step'>;
export type StepEdge = CanvasEdge<{ flow: string }, 'way'>;

const handleSize = 12;
/** React Flow would call everything 'node' or 'edge', in English; the labels say what it is. */
const asLabelled = { 'aria-roledescription': undefined };

interface Shown {
  flow: DraftFlow;
  words: Words;
  selected: ReadonlySet<string>;
  /** Where nodes are while they are being dragged. */
  dragged: ReadonlyMap<string, Position>;
  toLabel: (node: DraftNode, card: Card) => string;
}

/**
 * The document's nodes as the canvas wants them, in reading order, which is also the order of focus.
 * `before` are those of the last time: what has not changed stays the same object, and is not drawn again.
 */
export function toCanvasNodes(shown: Shown, before: readonly StepNode[]): StepNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return toReadingOrder(shown.flow.nodes).map((node) => {
    const card = toCard(node, shown.words);
    const position = shown.dragged.get(node.id) ?? node.position;
    const selected = shown.selected.has(node.id);
    const label = shown.toLabel(node, card);
    const same = known.get(node.id);
    const isSame =
      same?.selected === selected &&
      same.position.x === position.x &&
      same.position.y === position.y &&
      same.ariaLabel === label &&
      same.height === card.height &&
      isSamePorts(same, card);
    return isSame ? same : toCanvasNode(node, card, shown.flow.id, { position, selected, label });
  });
}

function toCanvasNode(
  node: DraftNode,
  card: Card,
  flow: string,
  { position, selected, label }: { position: Position; selected: boolean; label: string },
): StepNode {
  return {
    id: node.id,
    type: 'step',
    position,
    selected,
    ariaLabel: label,
    domAttributes: asLabelled,
    width: cardWidth,
    height: card.height,
    measured: { width: cardWidth, height: card.height },
    handles: toHandles(node, card),
    data: { flow, family: card.family },
  };
}

function toHandles(node: DraftNode, card: Card): NonNullable<StepNode['handles']> {
  const size = { width: handleSize, height: handleSize };
  const half = handleSize / 2;
  const ways = card.ports.map((port, index) => ({
    ...size,
    id: port.id,
    type: 'source' as const,
    position: Side.Right,
    x: cardWidth - half,
    y: card.portsTop + index * portHeight + portHeight / 2 - half,
  }));
  if (!isEnterable(node)) return ways;
  // React Flow looks the handle up by `null`; with `id` left out no way can be drawn to the step.
  const way = { ...size, id: null, type: 'target' as const, position: Side.Left, x: -half };
  return [{ ...way, y: headHeight / 2 - half }, ...ways];
}

function isSamePorts(node: StepNode, card: Card): boolean {
  const ways = (node.handles ?? []).filter(({ type }) => type === 'source');
  return ways.length === card.ports.length && card.ports.every(({ id }, index) => ways[index]?.id === id);
}

/** From left to right in columns, each from top to bottom. */
function toReadingOrder(nodes: readonly DraftNode[]): DraftNode[] {
  const column = ({ position }: DraftNode) => Math.round(position.x / cardWidth);
  return [...nodes].sort((a, b) => column(a) - column(b) || a.position.y - b.position.y);
}

/** The document's edges as the canvas wants them. Edges from ways out that are gone are not drawn. */
export function toCanvasEdges(
  flow: DraftFlow,
  words: Words,
  selected: ReadonlySet<string>,
  before: readonly StepEdge[],
): StepEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  return flow.edges.flatMap((edge) => {
    const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
    const port = source && toCard(source, words).ports.find(({ id }) => id === edge.sourceHandle);
    if (!source || !target || !port) return [];
    const label = `${toName(source, words)}, ${toWayName(port, words)}: ${toName(target, words)}`;
    const same = known.get(edge.id);
    const isSelected = selected.has(edge.id);
    const isSame =
      same?.selected === isSelected &&
      same.source === edge.source &&
      same.sourceHandle === edge.sourceHandle &&
      same.target === edge.target &&
      same.ariaLabel === label;
    return [isSame ? same : toCanvasEdge(edge, flow.id, isSelected, label)];
  });
}

function toCanvasEdge(
  { id, source, sourceHandle, target }: Edge,
  flow: string,
  selected: boolean,
  ariaLabel: string,
): StepEdge {
  const ends = { source, sourceHandle, target };
  return { id, ...ends, type: 'way', selected, ariaLabel, domAttributes: asLabelled, data: { flow } };
}

function toName(node: DraftNode, words: Words): string {
  return toStepName(node, toPlain(toCard(node, words).sentence), words);
}
