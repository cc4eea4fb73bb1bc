import { Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** Fields that are seldom needed; open from the start where something is filled in. */
export function Fold({ label, open, children }: { label: string; open: boolean; children: ReactNode }) {
  const [opened, { toggle }] = useDisclosure(open);
  const Icon = opened ? ChevronDown : ChevronRight;
  return (
    <div>
      <UnstyledButton onClick={toggle} aria-expanded={opened} py={6} w="100%">
        <Group gap={4} wrap="nowrap">
          <Icon size={16} aria-hidden />
          <Text size="sm" fw={600}>
            {label}
          </Text>
        </Group>
      </UnstyledButton>
      <Collapse expanded={opened} transitionDuration={120}>
        <Stack gap="md" pt="xs">
          {children}
        </Stack>
      </Collapse>
    </div>
  );
}
