import { useTranslation } from 'react-i18next';
import { type RatingScale, ratingRanges } from '../../../shared/text/rating-scale.ts';
import styles from './SimulatorTranscript.module.css';
import { send } from './simulator.ts';
import { useSimulator } from './simulator-context.ts';

const signs: Partial<Record<RatingScale, readonly string[]>> = {
  smileys: ['😞', '🙁', '😐', '🙂', '😄'],
  thumbs: ['👎', '👍'],
};

/** A scale to rate on, one press a value. */
export function RatingButtons(props: { scale: RatingScale; message: string; answered: boolean }) {
  const { scale, message, answered } = props;
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  const { min, max } = ratingRanges[scale];
  const values = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and wants a legend.
    <div className={styles.options} role="group" aria-label={t('rating')}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          className={styles.option}
          data-answered={answered || undefined}
          aria-label={
            scale === 'thumbs' ? t(`thumb.${value === 1 ? 'up' : 'down'}`) : t('rate', { value, max })
          }
          onClick={() => send(store, { pressed: { rating: true, message, value } })}
        >
          {scale === 'stars' ? `${value} ★` : (signs[scale]?.[value - min] ?? value)}
        </button>
      ))}
    </div>
  );
}
