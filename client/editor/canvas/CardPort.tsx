import { Handle, Position } from '@xyflow/react';
import type { Port } from '../../../shared/kinds/kind.ts';
import { findEdge, findFlow } from '../document/queries.ts';
import { useDocument, useView } from '../editor-context.ts';
import { toWayName } from '../kinds/way-name.ts';
import { toPortKey } from '../view-store.ts';
import { useWords } from '../WordsProvider.tsx';
import styles from './StepCard.module.css';

interface CardPortProps {
  flow: string;
  node: string;
  port: Port;
  named: boolean;
}

/** A way out: its name at the right edge beside its handle, hollow while nothing is connected that should be. */
export function CardPort({ flow, node, port, named }: CardPortProps) {
  const words = useWords();
  const connected = useDocument((state) => {
    const drawn = findFlow(state.file, flow);
    return drawn !== undefined && findEdge(drawn, node, port.id) !== undefined;
  });
  const left = useView((state) => state.runPath?.leftPorts.has(toPortKey(flow, node, port.id)) ?? false);
  const state = left ? 'left' : connected ? 'connected' : port.optional ? 'optional' : 'hollow';
  return (
    <li className={styles.port} data-matters={connected || !port.optional || undefined}>
      {named && <span>{toWayName(port, words)}</span>}
      <Handle
        type="source"
        position={Position.Right}
        id={port.id}
        className={styles.handle}
        data-state={state}
        tabIndex={-1}
      />
    </li>
  );
}
