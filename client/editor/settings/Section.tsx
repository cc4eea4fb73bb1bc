import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './BotSettingsPage.module.css';

interface SectionProps {
  title: string;
  hint?: string;
  /** When a change reaches customers: settings that are live, and those that are published with the flows. */
  counts: 'atOnce' | 'published';
  children: ReactNode;
}

/** A part of the settings under its title, with what it is for and when a change counts. */
export function Section({ title, hint, counts, children }: SectionProps) {
  const { t } = useTranslation('bot-settings');
  return (
    <section className={styles.section} aria-label={title}>
      <div>
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed">
          {hint} {t(`counts.${counts}`)}
        </Text>
      </div>
      {children}
    </section>
  );
}
