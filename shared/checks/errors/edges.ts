import type { Edge } from '../../schema/flow.ts';
import type { Path } from '../../schema/references.ts';
import type { BotIndex, FlowIndex } from '../bot-index.ts';
import { toPortName } from '../port-name.ts';
import type { Finding } from '../problem.ts';

/** Connections that lead from, by or to what is not there, into a beginning, or share a way out. */
export function edges({ flows }: BotIndex): Finding[] {
  return flows.flatMap((flow) => {
    const taken = new Set<string>();
    return flow.flow.edges.flatMap((edge, index) => {
      const path: Path = [...flow.path, 'edges', index];
      const port = JSON.stringify([edge.source, edge.sourceHandle]);
      const shared = taken.has(port);
      taken.add(port);
      return [...atSource(edge, flow, shared, path), ...atTarget(edge, flow, path)];
    });
  });
}

function atSource(edge: Edge, flow: FlowIndex, shared: boolean, path: Path): Finding[] {
  const source = flow.byId.get(edge.source);
  if (!source) return [{ code: 'edge-from-nothing', path: [...path, 'source'], values: { id: edge.source } }];
  const at: Path = [...path, 'sourceHandle'];
  const port = source.ports.find(({ id }) => id === edge.sourceHandle);
  if (!port) return [{ code: 'unknown-port', path: at, values: { port: edge.sourceHandle } }];
  return shared ? [{ code: 'port-with-two-edges', path: at, values: { port: toPortName(port) } }] : [];
}

function atTarget(edge: Edge, flow: FlowIndex, path: Path): Finding[] {
  const target = flow.byId.get(edge.target);
  const at: Path = [...path, 'target'];
  if (!target) return [{ code: 'edge-to-nothing', path: at, values: { id: edge.target } }];
  if (!target.kind.trigger || target.kind.enterable) return [];
  return [{ code: 'edge-into-trigger', path: at, values: { step: edge.target } }];
}
