import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Key, ReactNode } from 'react';
import { Failed } from '../ui/Failed.tsx';
import { Late } from '../ui/Late.tsx';
import styles from './Rows.module.css';

interface Props<Item> {
  /** What is listed, for screen readers. */
  label: string;
  query: UseQueryResult<readonly Item[]>;
  toKey: (item: Item) => Key;
  row: (item: Item) => ReactNode;
  empty: ReactNode;
}

/** A list of the settings in each of its states: loading, failed, empty, filled. */
export function Rows<Item>({ label, query, toKey, row, empty }: Props<Item>) {
  if (query.data === undefined)
    return query.isError ? (
      <Failed error={query.error} retry={() => void query.refetch()} />
    ) : (
      <RowsSkeleton />
    );
  if (query.data.length === 0) return <div className={styles.rows}>{empty}</div>;
  return (
    <ul className={styles.rows} aria-label={label}>
      {query.data.map((item) => (
        <li key={toKey(item)} className={styles.row}>
          {row(item)}
        </li>
      ))}
    </ul>
  );
}

function RowsSkeleton() {
  return (
    <Late>
      <Stack gap="xs" aria-hidden>
        <Skeleton h={56} />
        <Skeleton h={56} />
        <Skeleton h={56} />
      </Stack>
    </Late>
  );
}
