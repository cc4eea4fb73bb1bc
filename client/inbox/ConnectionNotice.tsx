import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StreamState } from '../api/open-stream.ts';
import styles from './ConnectionNotice.module.css';

/** Says that what is on screen may be old, while the stream of hints is lost. */
export function ConnectionNotice({ state }: { state: StreamState }) {
  const { t } = useTranslation('inbox');
  if (state !== 'lost' && state !== 'refused') return null;
  return (
    <p className={styles.notice} role="status">
      <WifiOff size={16} aria-hidden />
      {t(`connection.${state}`)}
    </p>
  );
}
