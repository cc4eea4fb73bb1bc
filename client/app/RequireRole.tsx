import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import type { Role } from '../../shared/api/route.ts';
import { hasRole, usePerson } from '../api/session.ts';
import { Empty } from '../ui/Empty.tsx';

/** Shows the screens below only to who has one of these roles; others read whom to ask. */
export function RequireRole({ roles }: { roles: readonly Role[] }) {
  const person = usePerson();
  const { t } = useTranslation();
  if (hasRole(person, ...roles)) return <Outlet />;
  return <Empty level={1} title={t('forbidden.title')} text={t('forbidden.text')} />;
}
