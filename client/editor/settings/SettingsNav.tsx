import { Badge } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useEditor, useView } from '../editor-context.ts';
import styles from './BotSettingsPage.module.css';
import { sections } from './sections.ts';

/** The parts of the settings, each with the number of its errors. */
export function SettingsNav() {
  const { t } = useTranslation('bot-settings');
  const { bot } = useEditor();
  const problems = useView((view) => view.problems);
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the parts stand in a row that scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another place.
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav className={styles.nav} ref={nav} aria-label={t('parts')}>
      {sections.map(({ key, icon: Icon, fields }) => {
        const errors = problems.filter(
          ({ severity, path: [top, field] }) =>
            severity === 'error' && top === 'bot' && fields.includes(String(field)),
        ).length;
        return (
          <NavLink key={key} to={`/bots/${bot}/settings/${key}`} className={styles.part}>
            <Icon size={16} strokeWidth={1.75} aria-hidden />
            {t(`part.${key}`)}
            {errors > 0 && (
              <Badge size="sm" color="red" aria-label={t('errors', { count: errors })}>
                {errors}
              </Badge>
            )}
          </NavLink>
        );
      })}
    </nav>
  );
}
