import type { ReactNode } from 'react';
import styles from './Mark.module.css';

export type Tone = 'plain' | 'bot' | 'waiting' | 'person' | 'failed';

/** A small word in a colour that says what it means: amber waits, green is a person, red has failed. */
export function Mark({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.mark} data-tone={tone}>
      {children}
    </span>
  );
}
