import type { DraftFlow, DraftNode, KindType } from '../../shared/kinds/document.ts';
import type { Position } from '../../shared/schema/flow.ts';
import { cardWidth, toTallest } from './canvas/card.ts';
import { perform } from './document/document-store.ts';
import { newId } from './document/new-id.ts';
import { addNode, type Fragment, pasteFragment, removeNodes, toFragment } from './document/node-commands.ts';
import { findEdge, findFlow, isEnterable, toPorts } from './document/queries.ts';
import type { Editor } from './editor-context.ts';

const newHeight = 160;
const gap = 80;
const margin = 24;
const step = 40;

export interface AddStep {
  type: KindType;
  /** Where it was dropped, or below what lies there; else a place is found. */
  at?: Position | null;
  /** The way out it stands behind; else the first free one of the selected step. */
  from?: { node: string; port: string } | null;
}

/** Adds a step to the flow on the canvas, connects it where that is plain, and selects it. */
export function addStep(editor: Editor, { type, at, from }: AddStep): void {
  const { flow: flowId, selectedNodes, center } = editor.view.getState();
  const flow = findFlow(editor.document.getState().file, flowId);
  if (!flow) return;
  const behind = !isEnterable({ type }) ? null : (from ?? (at ? null : toFreePort(flow, selectedNodes)));
  const position = at ? below(flow, at) : toFreePlace(flow, behind, center);
  const id = newId(
    'n-',
    flow.nodes.map((node) => node.id),
  );
  perform(
    editor.document,
    addNode({ flow: flowId, id, type, position: toWhole(position), from: behind ?? undefined }),
  );
  editor.view.setState({
    selectedNodes: [id],
    selectedEdges: [],
    right: 'inspector',
    reveal: { flow: flowId, node: id },
  });
}

/** Deletes steps with what connects them, and selects nothing. */
export function deleteSteps({ document, view }: Editor, flow: string, nodes: readonly string[]): void {
  perform(document, removeNodes(flow, nodes));
  view.setState({ selectedNodes: [], selectedEdges: [] });
}

/** Copies steps with what connects them, a little below, and selects the copies. */
export function duplicateSteps(editor: Editor, flow: string, nodes: readonly string[]): void {
  const drawn = findFlow(editor.document.getState().file, flow);
  if (drawn && nodes.length > 0) pasteSteps(editor, flow, toFragment(drawn, nodes), { x: step, y: step });
}

/** Adds copied steps to a flow, moved by so much, further down where cards lie, and selects them. */
export function pasteSteps({ document, view }: Editor, flow: string, fragment: Fragment, by: Position): void {
  const drawn = findFlow(document.getState().file, flow);
  const { ids, command } = pasteFragment(flow, fragment, drawn ? toFreeOffset(drawn, fragment, by) : by);
  perform(document, command);
  const [node] = ids;
  view.setState({
    selectedNodes: ids,
    selectedEdges: [],
    reveal: node === undefined ? null : { flow, node },
  });
}

/** The first unconnected way out of the only selected step, those that matter first. */
function toFreePort(flow: DraftFlow, selected: readonly string[]): AddStep['from'] {
  const [only, ...others] = selected;
  const node = others.length === 0 ? flow.nodes.find(({ id }) => id === only) : undefined;
  if (!node) return null;
  const free = toPorts(node).filter(({ id }) => !findEdge(flow, node.id, id));
  const port = free.find(({ optional }) => !optional) ?? free[0];
  return port ? { node: node.id, port: port.id } : null;
}

function toFreePlace(flow: DraftFlow, behind: AddStep['from'], center: Position): Position {
  const node = flow.nodes.find(({ id }) => id === behind?.node);
  const wished = node
    ? { x: node.position.x + cardWidth + gap, y: node.position.y + toRow(node, behind?.port) * step }
    : { x: center.x - cardWidth / 2, y: center.y - newHeight / 2 };
  return below(flow, wished);
}

/** The first free place for a new card from there on downwards. */
function below(flow: DraftFlow, wished: Position): Position {
  const place = { ...wished };
  while (canMoveDown(place) && flow.nodes.some((node) => isOver(node, place, newHeight))) place.y += step;
  return place;
}

/** As far as copies move together until none of them lies over a card. */
function toFreeOffset(flow: DraftFlow, { nodes }: Fragment, by: Position): Position {
  const offset = { ...by };
  const isTaken = () =>
    nodes.some((copy) => {
      const place = { x: copy.position.x + offset.x, y: copy.position.y + offset.y };
      return flow.nodes.some((node) => isOver(node, place, toTallest(copy)));
    });
  const [first] = nodes;
  while (first && canMoveDown({ x: 0, y: first.position.y + offset.y }) && isTaken()) offset.y += step;
  return offset;
}

/** At places too far out for numbers to tell apart there is no next one to look for. */
function canMoveDown({ y }: Position): boolean {
  return y + step > y;
}

function toRow(node: DraftNode, port: string | undefined): number {
  return Math.max(
    0,
    toPorts(node).findIndex(({ id }) => id === port),
  );
}

/** Whether a card of this height there would touch a card, taken as tall as it may be. */
function isOver(node: DraftNode, place: Position, height: number): boolean {
  const { x, y } = node.position;
  const beside = Math.abs(x - place.x) >= cardWidth + margin;
  return !beside && place.y < y + toTallest(node) + margin && place.y + height + margin > y;
}

function toWhole({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}
