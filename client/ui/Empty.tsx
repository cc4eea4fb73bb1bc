import { Stack, Text, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  text?: string;
  icon?: LucideIcon;
  action?: ReactNode;
  /** 1 where it is the whole screen. */
  level?: 1 | 2;
}

/** What a list or a screen shows when there is nothing: a title, a sentence, and the one thing to do next. */
export function Empty({ title, text, icon: Icon, action, level = 2 }: Props) {
  return (
    <Stack align="center" justify="center" gap="xs" p="xl" mih={240} ta="center">
      {Icon && <Icon size={28} strokeWidth={1.5} color="var(--baton-quiet)" aria-hidden />}
      <Title order={level} size="h2">
        {title}
      </Title>
      {text && (
        <Text size="sm" c="dimmed" maw={420}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}
