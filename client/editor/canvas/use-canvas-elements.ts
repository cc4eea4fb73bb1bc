import type { NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DraftFlow, DraftNode } from '../../../shared/kinds/document.ts';
import type { Position } from '../../../shared/schema/flow.ts';
import { findFlow } from '../document/queries.ts';
import { useDocument, useEditor, useView } from '../editor-context.ts';
import { toStepName } from '../kinds/way-name.ts';
import { toPlain } from '../kinds/words.ts';
import { useWords } from '../WordsProvider.tsx';
import { takeNodeChanges } from './canvas-changes.ts';
import { type StepEdge, type StepNode, toCanvasEdges, toCanvasNodes } from './canvas-elements.ts';
import type { Card } from './card.ts';

const nothingDragged: ReadonlyMap<string, Position> = new Map();
const noFlow: DraftFlow = { id: '', name: '', nodes: [], edges: [] };

/** The flow's nodes and edges for the canvas; what has not changed keeps its identity and is not drawn again. */
export function useCanvasElements(flowId: string) {
  const editor = useEditor();
  const words = useWords();
  const flow = useDocument((state) => findFlow(state.file, flowId)) ?? noFlow;
  const selectedNodes = useView((state) => state.selectedNodes);
  const selectedEdges = useView((state) => state.selectedEdges);
  const [dragged, setDragged] = useState(nothingDragged);
  const nodesBefore = useRef<StepNode[]>([]);
  const edgesBefore = useRef<StepEdge[]>([]);
  const latestDragged = useRef(dragged);

  const nodes = useMemo(() => {
    const toLabel = (node: DraftNode, card: Card) => toStepName(node, toPlain(card.sentence), words);
    const selected = new Set(selectedNodes);
    nodesBefore.current = toCanvasNodes({ flow, words, selected, dragged, toLabel }, nodesBefore.current);
    return nodesBefore.current;
  }, [flow, words, selectedNodes, dragged]);

  const edges = useMemo(() => {
    edgesBefore.current = toCanvasEdges(flow, words, new Set(selectedEdges), edgesBefore.current);
    return edgesBefore.current;
  }, [flow, words, selectedEdges]);

  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const next = takeNodeChanges(editor, flowId, changes, latestDragged.current);
      if (next === latestDragged.current || (next.size === 0 && latestDragged.current.size === 0)) return;
      latestDragged.current = next;
      setDragged(next);
    },
    [editor, flowId],
  );
  return { nodes, edges, onNodesChange };
}
