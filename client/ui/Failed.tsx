import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toSentence } from '../api/api-problem.ts';
import { Empty } from './Empty.tsx';

/** What a screen shows that could not be read: what happened, and a way to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Empty
        icon={TriangleAlert}
        title={t('failed.title')}
        text={toSentence(error)}
        action={retry && <Button onClick={retry}>{t('failed.retry')}</Button>}
      />
    </div>
  );
}
