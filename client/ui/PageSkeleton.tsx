import { Skeleton, Stack } from '@mantine/core';
import { Late } from './Late.tsx';

/** The rough shape of a page while it loads; what loads fast never shows it. */
export function PageSkeleton() {
  return (
    <Late>
      <Stack p="lg" gap="md" maw={960} aria-hidden>
        <Skeleton h={24} w={200} />
        <Skeleton h={64} />
        <Skeleton h={64} />
        <Skeleton h={64} />
      </Stack>
    </Late>
  );
}
