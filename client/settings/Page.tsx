import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  text: string;
  /** The page's one primary action. */
  action?: ReactNode;
  children: ReactNode;
}

/** A page of the settings: what it is for, its one primary action, its content. */
export function Page({ title, text, action, children }: Props) {
  return (
    <Stack gap="lg" maw={880}>
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <Stack gap={4} flex="1 1 260px">
          <Title order={1}>{title}</Title>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        </Stack>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
