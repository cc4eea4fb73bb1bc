import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './CustomerPane.module.css';

/** One part of the customer's pane, under its own heading. */
export function PaneSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <Title order={3} mb={8}>
        {title}
      </Title>
      {children}
    </section>
  );
}
