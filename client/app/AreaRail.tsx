import { Bot, Inbox, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import type { SessionPerson } from '../../shared/api/auth.ts';
import type { Role } from '../../shared/api/route.ts';
import { hasRole } from '../api/session.ts';
import styles from './AreaRail.module.css';
import { PersonMenu } from './PersonMenu.tsx';

const areas = [
  { key: 'bots', to: '/', roles: ['designer'], icon: Bot, at: /^\/(bots\/|$)/ },
  { key: 'inbox', to: '/inbox', roles: ['agent'], icon: Inbox, at: /^\/inbox/ },
  { key: 'settings', to: '/settings', roles: null, icon: Settings, at: /^\/settings/ },
] as const satisfies readonly { roles: readonly Role[] | null; [key: string]: unknown }[];

/** The areas this person may open, and the person's own menu. */
export function AreaRail({ person }: { person: SessionPerson }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className={styles.rail} aria-label={t('frame.areas')}>
      {areas
        .filter(({ roles }) => roles === null || hasRole(person, ...roles))
        .map(({ key, to, icon: Icon, at }) => (
          <NavLink key={key} to={to} className={styles.area} data-active={at.test(pathname) || undefined}>
            <Icon size={20} strokeWidth={1.75} aria-hidden />
            <span>{t(`frame.${key}`)}</span>
          </NavLink>
        ))}
      <div className={styles.person}>
        <PersonMenu person={person} />
      </div>
    </nav>
  );
}
