import type { Position } from '../../../shared/schema/flow.ts';
import { perform } from '../document/document-store.ts';
import { moveNodes } from '../document/node-commands.ts';
import { findFlow } from '../document/queries.ts';
import type { Editor } from '../editor-context.ts';
import { cardWidth, toTallest } from './card.ts';
import type { LayoutRequest } from './layout.ts';

/** Lays a flow out anew, off the main thread; one undo brings the old places back. */
export async function tidyUp({ document }: Editor, flowId: string): Promise<void> {
  const flow = findFlow(document.getState().file, flowId);
  if (!flow || flow.nodes.length === 0) return;
  const nodes = flow.nodes.map((node) => ({
    id: node.id,
    width: cardWidth,
    height: toTallest(node),
  }));
  const edges = flow.edges.map(({ source, target }) => ({ source, target }));
  const positions = await askWorker({ nodes, edges });
  perform(document, moveNodes(flowId, new Map(positions)));
}

function askWorker(request: LayoutRequest): Promise<[string, Position][]> {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<[string, Position][]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<[string, Position][]>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
