import { Handle, type NodeProps, Position } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import type { DraftNode } from '../../../shared/kinds/document.ts';
import { findNode, isEnterable } from '../document/queries.ts';
import { useDocument, useView } from '../editor-context.ts';
import { kindViewOf } from '../kinds/index.ts';
import { toNodeKey } from '../view-store.ts';
import { useWords } from '../WordsProvider.tsx';
import { CardMenu } from './CardMenu.tsx';
import { CardPort } from './CardPort.tsx';
import type { StepNode } from './canvas-elements.ts';
import { toCard } from './card.ts';
import { ProblemBadge } from './ProblemBadge.tsx';
import { Sentence } from './Sentence.tsx';
import styles from './StepCard.module.css';

/** A step on the canvas. It reads its own data by id, so that editing one step draws one card. */
export const StepCard = memo(function StepCard({
  id,
  data: { flow, family },
  selected,
}: NodeProps<StepNode>) {
  const node = useDocument((state) => findNode(state.file, flow, id));
  const detail = useView((state) => state.detail);
  const key = toNodeKey(flow, id);
  const entered = useView((state) => state.runPath?.enteredNodes.has(key) ?? false);
  const current = useView((state) => state.runPath?.current === key);
  if (!node) return null;
  return (
    <div
      className={styles.card}
      style={toColours(family)}
      data-selected={selected || undefined}
      data-entered={entered || undefined}
      data-current={current || undefined}
      data-detail={detail}
    >
      {isEnterable(node) && (
        <Handle
          type="target"
          position={Position.Left}
          className={styles.handle}
          style={{ top: 18 }}
          tabIndex={-1}
        />
      )}
      {detail === 'full' ? (
        <FullCard node={node} flow={flow} selected={selected} />
      ) : (
        <SmallCard node={node} flow={flow} titled={detail === 'titles'} />
      )}
    </div>
  );
});

function FullCard({ node, flow, selected }: { node: DraftNode; flow: string; selected: boolean }) {
  const words = useWords();
  const { icon: Icon } = kindViewOf(node.type);
  const card = toCard(node, words);
  return (
    <>
      <div className={styles.head}>
        <div className={styles.mark}>
          <Icon size={14} aria-hidden />
        </div>
        <span>{words.t(`${node.type}.label`)}</span>
        <ProblemBadge flow={flow} node={node.id} />
        {selected && <CardMenu flow={flow} node={node} />}
      </div>
      <div className={styles.sentence} style={{ WebkitLineClamp: card.lines, maxHeight: card.lines * 20 }}>
        <Sentence text={card.sentence} />
      </div>
      <ul className={styles.ports} style={{ top: card.portsTop - 1 }}>
        {card.ports.map((port) => (
          <CardPort key={port.id} flow={flow} node={node.id} port={port} named />
        ))}
      </ul>
    </>
  );
}

/** From afar: the kind only, or not even that. The ways out stay where they are. */
function SmallCard({ node, flow, titled }: { node: DraftNode; flow: string; titled: boolean }) {
  const words = useWords();
  const card = toCard(node, words);
  return (
    <>
      {titled && (
        <div className={styles.head}>
          <span>{words.t(`${node.type}.label`)}</span>
        </div>
      )}
      <ul className={styles.ports} style={{ top: card.portsTop - 1 }}>
        {card.ports.map((port) => (
          <CardPort key={port.id} flow={flow} node={node.id} port={port} named={false} />
        ))}
      </ul>
    </>
  );
}

function toColours(family: string): CSSProperties {
  return {
    '--strong': `var(--baton-family-${family})`,
    '--soft': `var(--baton-family-${family}-soft)`,
    '--ink': `var(--baton-family-${family}-ink)`,
  } as CSSProperties;
}
