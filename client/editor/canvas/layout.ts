import { Graph, layout } from '@dagrejs/dagre';
import type { Position } from '../../../shared/schema/flow.ts';

export interface LayoutRequest {
  nodes: { id: string; width: number; height: number }[];
  edges: { source: string; target: string }[];
}

/** Places for all nodes, from left to right, without overlaps. */
export function computeLayout({ nodes, edges }: LayoutRequest): [id: string, position: Position][] {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 96, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  edges.forEach(({ source, target }, index) => {
    graph.setEdge(source, target, {}, String(index));
  });
  layout(graph);
  return nodes.map(({ id, width, height }) => {
    const { x, y } = graph.node(id) as Position;
    return [id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }];
  });
}
