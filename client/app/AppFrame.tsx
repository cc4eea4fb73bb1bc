import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { sessionQuery } from '../api/session.ts';
import { changeLanguage, chooseLanguage } from '../locales/i18n.ts';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import styles from './AppFrame.module.css';
import { AreaRail } from './AreaRail.tsx';

/** The frame around every screen behind the sign-in: the areas at the left, on a phone at the bottom. */
export function AppFrame() {
  const { person } = useSuspenseQuery(sessionQuery).data;
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  useLanguageOf(person?.language ?? null);
  if (!person) {
    const to = encodeURIComponent(pathname + search);
    return <Navigate to={pathname === '/' ? '/sign-in' : `/sign-in?to=${to}`} replace />;
  }
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#screen">
        {t('frame.skip')}
      </a>
      <AreaRail person={person} />
      <main id="screen" className={styles.screen} tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/** A person's own language, wherever they sign in. */
function useLanguageOf(language: string | null): void {
  const { i18n } = useTranslation();
  useEffect(() => {
    if (language && i18n.language !== language) void changeLanguage(chooseLanguage(language));
  }, [language, i18n]);
}
