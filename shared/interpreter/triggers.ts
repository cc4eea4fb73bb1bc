import { type CompiledNode, type Release, triggersOf } from '../graph/compile.ts';
import { interrupts } from '../kinds/text-request.ts';
import type { Reading } from '../schema/reading.ts';
import type { NodeRef, Signal, State } from '../schema/state.ts';
import { toNodeData } from './node-data.ts';

/** The text-requests that the message means, best first. */
export function toMatches(release: Release, reading: Reading | null): CompiledNode[] {
  const matches: CompiledNode[] = [];
  if (reading === null) return matches;
  for (const place of reading.candidates) {
    const trigger = findTrigger(release, place);
    if (trigger) matches.push(trigger);
  }
  return matches;
}

/** The trigger at this place, where the release still has it. */
export function findTrigger(release: Release, place: NodeRef): CompiledNode | undefined {
  const node = release.flows.get(place.flow)?.get(place.node);
  return node?.kind.trigger && node.data !== null ? node : undefined;
}

/** Whether the text-request may interrupt an open question. */
export function mayInterrupt(node: CompiledNode): boolean {
  const data = toNodeData(node, 'text-request');
  return data !== undefined && interrupts(data);
}

/** Of all unknown triggers that fit the misses in a row, the one with the highest count; the flow's own first. */
export function findUnknown(
  release: Release,
  misses: number,
  openFlow: string | null,
): CompiledNode | undefined {
  return toBest(triggersOf(release, 'unknown'), (node) => {
    const data = toNodeData(node, 'unknown');
    if (!data || data.misses > misses) return null;
    if (data.scope === 'flow') return node.flow === openFlow ? data.misses + 0.5 : null;
    return data.misses;
  });
}

/** As `findUnknown`, of the triggers of this flow alone. */
export function findUnknownOfFlow(release: Release, misses: number, flow: string): CompiledNode | undefined {
  return toBest(triggersOf(release, 'unknown'), (node) => {
    const data = toNodeData(node, 'unknown');
    return data && data.scope === 'flow' && node.flow === flow && data.misses <= misses ? data.misses : null;
  });
}

/** The negative-feedback trigger that the signals in a row have reached, the most patient one of all that fit. */
export function findFeedback(
  release: Release,
  state: State,
  given: readonly Signal[],
  reading: Reading | null,
): CompiledNode | undefined {
  return toBest(triggersOf(release, 'negative-feedback'), (node) => {
    const data = toNodeData(node, 'negative-feedback');
    if (!data) return null;
    const heard = given.some(
      (signal) => data.signals.includes(signal) && (signal !== 'phrase' || isMeant(node, reading)),
    );
    const count = state.signals.filter((signal) => data.signals.includes(signal)).length;
    return heard && count >= data.times ? data.times : null;
  });
}

function isMeant(node: CompiledNode, reading: Reading | null): boolean {
  return (reading?.feedback ?? []).some(({ flow, node: id }) => flow === node.flow && id === node.node);
}

function toBest(
  nodes: readonly CompiledNode[],
  score: (node: CompiledNode) => number | null,
): CompiledNode | undefined {
  let best: { node: CompiledNode; score: number } | undefined;
  for (const node of nodes) {
    const points = score(node);
    if (points !== null && (!best || points > best.score)) best = { node, score: points };
  }
  return best?.node;
}
