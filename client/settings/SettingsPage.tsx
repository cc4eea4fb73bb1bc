import {
  Building2,
  KeyRound,
  LockKeyhole,
  type LucideIcon,
  MailCheck,
  Server,
  UserPen,
  Users,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router';
import { hasRole, usePerson } from '../api/session.ts';
import { useCurrentInView } from '../ui/use-current-in-view.ts';
import { useTitle } from '../ui/use-title.ts';
import { DepartmentsPage } from './DepartmentsPage.tsx';
import { KeysPage } from './KeysPage.tsx';
import { OutboxPage } from './OutboxPage.tsx';
import { ProfilePage } from './ProfilePage.tsx';
import { PeoplePage } from './people/PeoplePage.tsx';
import { SecretsPage } from './SecretsPage.tsx';
import { ServerPage } from './ServerPage.tsx';
import styles from './SettingsPage.module.css';

const pages = [
  { path: 'people', icon: Users, page: PeoplePage },
  { path: 'departments', icon: Building2, page: DepartmentsPage },
  { path: 'keys', icon: KeyRound, page: KeysPage },
  { path: 'secrets', icon: LockKeyhole, page: SecretsPage },
  { path: 'outbox', icon: MailCheck, page: OutboxPage },
  { path: 'server', icon: Server, page: ServerPage },
] as const satisfies readonly { path: string; icon: LucideIcon; page: () => unknown }[];

/** One's own profile, and for administrators everything about this server. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const administers = hasRole(usePerson());
  const shown = administers ? pages : [];
  const row = useCurrentInView<HTMLElement>(useLocation().pathname);
  useTitle(t('title'));
  return (
    <div className={styles.settings}>
      <nav ref={row} className={styles.pages} aria-label={t('title')}>
        {[...shown, { path: 'profile', icon: UserPen }].map(({ path, icon: Icon }) => (
          <NavLink key={path} to={`/settings/${path}`} className={styles.link}>
            <Icon size={16} aria-hidden />
            {t(`page.${path}`)}
          </NavLink>
        ))}
      </nav>
      <div className={styles.content}>
        <Routes>
          {shown.map(({ path, page: Page }) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
          <Route path="profile" element={<ProfilePage />} />
          <Route
            path="*"
            element={<Navigate to={administers ? '/settings/people' : '/settings/profile'} replace />}
          />
        </Routes>
      </div>
    </div>
  );
}
