import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a row is, and what else is to know of it. */
export function RowText({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div style={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {children && (
        <Text size="xs" c="dimmed" component="div">
          {children}
        </Text>
      )}
    </div>
  );
}
