import { findNode, triggersOf } from '../graph/compile.ts';
import type { Content, MessageSource } from '../schema/event.ts';
import type { NodeRef, Open } from '../schema/state.ts';
import { isClarifying } from './clarify.ts';
import { toNodeData } from './node-data.ts';
import type { Turn } from './turn.ts';
import { toView } from './view.ts';

/** What the customer sent. Buttons that are too old, or of another release, count as their label's text. */
export function toInput(turn: Turn, content: Content): Content {
  if (content.kind !== 'choice' && content.kind !== 'rating') return content;
  const { source } = content;
  if (source && !isStale(turn, source) && canReceive(turn, source)) return content;
  return { kind: 'text', text: content.kind === 'choice' ? content.label : String(content.value) };
}

/** A button of an old message works as if its node were open. */
export function reopenQuestion(turn: Turn, input: Content): void {
  if (input.kind !== 'choice' && input.kind !== 'rating') return;
  const { source } = input;
  const { state } = turn;
  if (!source || isOpenAt(state.open, source)) return;
  const node = findNode(turn.release, source);
  if (!node?.kind.receive || node.data === null) return;
  const { flow, node: id } = node;
  const open: Open = { flow, node: id, for: 'answer', style: 'options', tries: 0, memory: null };
  if (!node.kind.receive(node, open, input, toView(turn))) return;
  state.open = open;
  state.stack = [];
  state.survey = toSurvey(turn, flow);
}

/** An answer given once more belongs to the survey that its flow is. */
function toSurvey({ release }: Turn, flow: string): Turn['state']['survey'] {
  const begin = triggersOf(release, 'start-survey').find((node) => node.flow === flow);
  const name = begin && toNodeData(begin, 'start-survey')?.name;
  return begin && name !== undefined ? { flow, node: begin.node, name } : null;
}

function isOpenAt(open: Open | null, place: NodeRef): boolean {
  return open !== null && open.flow === place.flow && open.node === place.node;
}

function isStale({ state, release }: Turn, source: MessageSource): boolean {
  return source.number <= state.staleUpTo || source.release !== release.number;
}

function canReceive(turn: Turn, source: MessageSource): boolean {
  return source.node === '' ? isClarifying(turn) : findNode(turn.release, source)?.kind.receive !== undefined;
}
