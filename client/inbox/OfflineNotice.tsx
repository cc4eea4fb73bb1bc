import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSetStatus } from './inbox-actions.ts';
import { meQuery } from './inbox-queries.ts';
import styles from './OfflineNotice.module.css';

/** Reminds an agent whom no customer can reach, since bots hand over only to who is online. */
export function OfflineNotice() {
  const { t } = useTranslation('inbox');
  const { data: me } = useQuery(meQuery);
  const setStatus = useSetStatus();
  if (me?.status !== 'offline') return null;
  return (
    <div className={styles.notice}>
      <span className={styles.text}>{t('offline.text')}</span>
      <Button
        size="compact-sm"
        variant="default"
        loading={setStatus.isPending}
        onClick={() => setStatus.mutate('online')}
      >
        {t('offline.goOnline')}
      </Button>
    </div>
  );
}
