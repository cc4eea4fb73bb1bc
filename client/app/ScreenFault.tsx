import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiProblem } from '../api/api-problem.ts';
import { Empty } from '../ui/Empty.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** What shows when a screen broke: the rest of the app goes on, and loading again is one click. */
export function ScreenFault() {
  const error = useRouteError();
  const { t } = useTranslation();
  useEffect(() => console.error(error), [error]);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <div role="alert">
      <Empty
        level={1}
        icon={TriangleAlert}
        title={t('fault.title')}
        text={error instanceof ApiProblem ? error.sentence : t('fault.text')}
        action={<Button onClick={() => location.reload()}>{t('fault.reload')}</Button>}
      />
    </div>
  );
}
