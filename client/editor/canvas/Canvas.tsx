import '@xyflow/react/dist/style.css';
import {
  Background,
  BackgroundVariant,
  ControlButton,
  Controls,
  type FinalConnectionState,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { Network } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindType } from '../../../shared/kinds/document.ts';
import { canConnect } from '../document/node-commands.ts';
import { findFlow } from '../document/queries.ts';
import { useDocument, useEditor, useView } from '../editor-context.ts';
import { addStep } from '../step-actions.ts';
import styles from './Canvas.module.css';
import { takeConnection, takeDeletion, takeEdgeChanges } from './canvas-changes.ts';
import type { StepNode } from './canvas-elements.ts';
import { dragType } from './drag-type.ts';
import { StepCard } from './StepCard.tsx';
import { tidyUp } from './tidy-up.ts';
import { useCanvasElements } from './use-canvas-elements.ts';
import { useCanvasLabels } from './use-canvas-labels.ts';
import { useCanvasView } from './use-canvas-view.ts';
import { useClipboard } from './use-clipboard.ts';
import { WayEdge } from './WayEdge.tsx';

const nodeTypes = { step: StepCard };
const edgeTypes = { way: WayEdge };
const manyNodes = 150;
const deleteKeys = ['Backspace', 'Delete'];
const addToSelectionKeys = ['Shift', 'Meta', 'Control'];

/** The flow on show, drawn from the document; whatever is done on it becomes a command. */
export function Canvas() {
  const flow = useView((state) => state.flow);
  return (
    <ReactFlowProvider key={flow}>
      <FlowCanvas flow={flow} />
    </ReactFlowProvider>
  );
}

function FlowCanvas({ flow }: { flow: string }) {
  const { t } = useTranslation('editor');
  const editor = useEditor();
  const frame = useRef<HTMLDivElement>(null);
  const { nodes, edges, onNodesChange } = useCanvasElements(flow);
  const view = useCanvasView(flow, frame);
  const labels = useCanvasLabels();
  const drop = useDrop(flow);
  useClipboard(flow);
  const many = useDocument((state) => (findFlow(state.file, flow)?.nodes.length ?? 0) >= manyNodes);
  return (
    <section className={styles.canvas} ref={frame} aria-label={t('canvas.label')}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={(changes) => takeEdgeChanges(editor, changes)}
        onConnect={(connection) => takeConnection(editor, flow, connection)}
        isValidConnection={drop.isValid}
        onConnectEnd={drop.onConnectEnd}
        onDelete={(deleted) => takeDeletion(editor, flow, deleted)}
        onDragOver={drop.onDragOver}
        onDrop={drop.onDrop}
        onMove={view.onMove}
        onMoveEnd={view.onMoveEnd}
        onInit={view.onInit}
        onlyRenderVisibleElements={many}
        deleteKeyCode={deleteKeys}
        multiSelectionKeyCode={addToSelectionKeys}
        ariaLabelConfig={labels}
        minZoom={0.05}
        maxZoom={1.5}
        connectionRadius={32}
        elevateEdgesOnSelect
        zoomOnDoubleClick={false}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--baton-line)" />
        <Controls showInteractive={false} position="bottom-left">
          <ControlButton
            onClick={() => void tidyUp(editor, flow)}
            title={t('canvas.tidyUp')}
            aria-label={t('canvas.tidyUp')}
          >
            <Network style={{ fill: 'none' }} aria-hidden />
          </ControlButton>
        </Controls>
        <MiniMap<StepNode>
          pannable
          zoomable
          position="bottom-right"
          nodeColor={(node) => `var(--baton-family-${node.data.family})`}
          style={{ width: 160, height: 110 }}
        />
      </ReactFlow>
    </section>
  );
}

/** What may be dropped on the canvas: a kind from the palette, and the loose end of a connection. */
function useDrop(flow: string) {
  const editor = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const onDragOver = useCallback((event: React.DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  }, []);
  const onDrop = (event: React.DragEvent) => {
    const type = event.dataTransfer.getData(dragType) as KindType | '';
    if (type === '') return;
    event.preventDefault();
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    addStep(editor, { type, at: { x: x - 40, y: y - 18 } });
  };
  const onConnectEnd = (
    event: MouseEvent | TouchEvent,
    { fromHandle, fromNode, toNode }: FinalConnectionState,
  ) => {
    if (toNode || !fromNode || fromHandle?.type !== 'source' || !fromHandle.id) return;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point) return;
    const at = screenToFlowPosition({ x: point.clientX, y: point.clientY });
    editor.view.setState({
      picker: {
        type: 'choose-kind',
        from: { node: fromNode.id, port: fromHandle.id },
        at: { x: at.x, y: at.y - 18 },
      },
    });
  };
  const isValid = (connection: { source: string; sourceHandle?: string | null; target: string }) => {
    const drawn = findFlow(editor.document.getState().file, flow);
    return (
      drawn !== undefined &&
      canConnect(drawn, connection.source, connection.sourceHandle ?? '', connection.target)
    );
  };
  return { onDragOver, onDrop, onConnectEnd, isValid };
}
