import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../editor-context.ts';
import { showNode } from '../view-store.ts';
import type { Happening } from './happenings.ts';
import styles from './SimulatorTranscript.module.css';

/** A quiet line that says what the bot made of it; where it is about a step, it leads there. */
export const HappeningLine = memo(function HappeningLine({ happening }: { happening: Happening }) {
  const { t } = useTranslation(['simulator', 'kinds']);
  const { view } = useEditor();
  const { key, values, tone, place } = happening;
  const name = values?.name;
  const words = t([`happened.${key}`, 'happened.other'], {
    ...values,
    ...(key === 'remembered' && { name: t(`kinds:variable.contact-${name}`, { defaultValue: `${name}` }) }),
  });
  return (
    <p className={styles.happening} data-tone={tone}>
      {place ? (
        <button type="button" onClick={() => showNode(view, place.flow, place.node)} title={t('showStep')}>
          {words}
        </button>
      ) : (
        words
      )}
    </p>
  );
});
