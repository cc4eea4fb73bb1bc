import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../editor-context.ts';
import { SimulatorComposer } from './SimulatorComposer.tsx';
import { SimulatorDrawer } from './SimulatorDrawer.tsx';
import { SimulatorHeader } from './SimulatorHeader.tsx';
import styles from './SimulatorPanel.module.css';
import { SimulatorTranscript } from './SimulatorTranscript.tsx';
import { isSameDrawing } from './same-drawing.ts';
import { SimulatorContext, useRestart, useSimulation } from './simulator-context.ts';
import { useOpenSimulator } from './use-open-simulator.ts';
import { useTypingDelay } from './use-typing-delay.ts';

/** Plays the bot as it is drawn now, with the designer as customer, as agent, and as the world around. */
export function SimulatorPanel() {
  const { t } = useTranslation('simulator');
  const store = useOpenSimulator();
  return (
    <section className={styles.panel} aria-label={t('title')}>
      {store ? (
        <SimulatorContext value={store}>
          <OpenPanel />
        </SimulatorContext>
      ) : (
        <Stack p="md" aria-hidden>
          <Skeleton h={24} w="60%" />
          <Skeleton h={48} w="80%" />
        </Stack>
      )}
    </section>
  );
}

function OpenPanel() {
  useTypingDelay();
  return (
    <>
      <SimulatorHeader />
      <ChangedNotice />
      <SimulatorTranscript />
      <SimulatorComposer />
      <SimulatorDrawer />
    </>
  );
}

/** What is played stays what it was at the start, so an edit shows only in the next conversation. */
function ChangedNotice() {
  const { t } = useTranslation('simulator');
  const played = useSimulation(({ file }) => file);
  const drawn = useDocument(({ file }) => file);
  const restart = useRestart();
  const changed = !isSameDrawing(played, drawn);
  return (
    <div role="status">
      {changed && (
        <Alert className={styles.changed} variant="light" color="gray" p="xs" radius={0}>
          <div className={styles.changedRow}>
            <span>{t('drawingChanged')}</span>
            <Button size="compact-sm" variant="default" onClick={() => restart()}>
              {t('startAgain')}
            </Button>
          </div>
        </Alert>
      )}
    </div>
  );
}
