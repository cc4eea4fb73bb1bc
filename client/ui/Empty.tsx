import { Stack, Text, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a list or a screen shows when there is nothing: a title, a sentence, and the one thing to do next. */
export function Empty(props: { title: string; text?: string; icon?: LucideIcon; action?: ReactNode }) {
  const { title, text, icon: Icon, action } = props;
  return (
    <Stack align="center" justify="center" gap="xs" p="xl" mih={240} ta="center">
      {Icon && <Icon size={28} strokeWidth={1.5} color="var(--baton-quiet)" aria-hidden />}
      <Title order={2}>{title}</Title>
      {text && (
        <Text size="sm" c="dimmed" maw={420}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}
