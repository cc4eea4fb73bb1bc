import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { X } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { perform } from '../document/document-store.ts';
import { removeEdges } from '../document/node-commands.ts';
import { useEditor, useView } from '../editor-context.ts';
import { toNodeKey, toPortKey } from '../view-store.ts';
import styles from './Canvas.module.css';
import type { StepEdge } from './canvas-elements.ts';

/** A connection; thicker where the simulator has gone, with a way to delete it while it is selected. */
export const WayEdge = memo(function WayEdge(props: EdgeProps<StepEdge>) {
  const { id, source, sourceHandleId, target, data, selected } = props;
  const { t } = useTranslation('editor');
  const editor = useEditor();
  const flow = data?.flow ?? '';
  const taken = useView(
    ({ runPath }) =>
      (runPath?.leftPorts.has(toPortKey(flow, source, sourceHandleId ?? '')) &&
        runPath.enteredNodes.has(toNodeKey(flow, target))) ??
      false,
  );
  const [path, labelX, labelY] = getBezierPath(props);
  const remove = () => {
    perform(editor.document, removeEdges(flow, [id]));
    editor.view.setState({ selectedEdges: [] });
  };
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={16}
        style={{
          stroke: taken || selected ? 'var(--mantine-primary-color-filled)' : 'var(--baton-edge)',
          strokeWidth: taken ? 3.5 : selected ? 2.5 : 1.75,
        }}
      />
      {selected && (
        <EdgeLabelRenderer>
          <button
            type="button"
            className={`nodrag nopan ${styles.deleteEdge}`}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            aria-label={t('canvas.deleteConnection')}
            onClick={remove}
          >
            <X size={14} aria-hidden />
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
