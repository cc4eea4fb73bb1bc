import { Button } from '@mantine/core';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../ui/Empty.tsx';

/** What an address shows that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Empty
      level={1}
      icon={Compass}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Button component={Link} to="/">
          {t('notFound.home')}
        </Button>
      }
    />
  );
}
