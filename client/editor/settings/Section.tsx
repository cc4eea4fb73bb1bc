import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './BotSettingsPage.module.css';

/** A part of the settings under its title, with a sentence on what it is for. */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <div>
        <Title order={2}>{title}</Title>
        {hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
      </div>
      {children}
    </section>
  );
}
