import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rehearsal } from '../../../shared/interpreter/rehearsal.ts';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { HappeningLine } from './HappeningLine.tsx';
import { OutsideCallCard } from './OutsideCallCard.tsx';
import styles from './SimulatorTranscript.module.css';
import { useSimulation } from './simulator-context.ts';
import { TranscriptMessage } from './TranscriptMessage.tsx';
import { toTranscript } from './transcript.ts';

/** What was said, and between it what happened, in the order in which it did. */
export function SimulatorTranscript() {
  const { t } = useTranslation('simulator');
  const rehearsal = useSimulation((simulation) => simulation.rehearsal);
  const file = useSimulation((simulation) => simulation.file);
  const language = useSimulation((simulation) => simulation.rehearsal.state.language);
  const items = useItems(rehearsal, file);
  const end = useFollowEnd(items.length + rehearsal.outside.length);
  const newest = rehearsal.transcript.findLast(({ from }) => from.kind === 'customer')?.number ?? 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className={styles.transcript} ref={end} role="log" aria-label={t('transcript')} tabIndex={0}>
      {items.map((item) =>
        item.type === 'message' ? (
          <TranscriptMessage
            key={item.key}
            message={item.message}
            language={language}
            answered={item.message.number < newest}
          />
        ) : (
          <HappeningLine key={item.key} happening={item.happening} />
        ),
      )}
      {rehearsal.outside.map((call) => (
        <OutsideCallCard key={call.id} call={call} />
      ))}
      {rehearsal.state.open?.for === 'delay' && <p className={styles.typing}>{t('typing')}</p>}
    </div>
  );
}

function useItems({ log, transcript }: Rehearsal, file: DraftFile) {
  return useMemo(() => toTranscript({ log, transcript }, file), [log, transcript, file]);
}

/** Keeps the newest in sight. */
function useFollowEnd(length: number) {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the growing that scrolls.
  useEffect(() => {
    ref.current?.scrollTo({ top: ref.current.scrollHeight });
  }, [length]);
  return ref;
}
