import { NativeSelect, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, type ScreenLanguage, screenLanguages } from '../../locales/i18n.ts';
import { useTitle } from '../../ui/use-title.ts';
import styles from './OutsidePage.module.css';

/** A page before the sign-in: one card, and the language to read it in. */
export function OutsidePage({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  useTitle(title);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.product}>
          <img src="/icon.svg" alt="" width={24} height={24} /> Baton
        </p>
        <Title order={1}>{title}</Title>
        {text && <p className={styles.text}>{text}</p>}
        {children}
      </div>
      <NativeSelect
        aria-label={t('person.language')}
        value={i18n.language}
        onChange={(event) => void changeLanguage(event.currentTarget.value as ScreenLanguage)}
        data={Object.entries(screenLanguages).map(([value, label]) => ({ value, label }))}
      />
    </main>
  );
}
