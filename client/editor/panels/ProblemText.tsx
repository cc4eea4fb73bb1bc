import { Group, Text } from '@mantine/core';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CheckProblem } from '../../../shared/api/check-problem.ts';

/** A problem's sentence with its weight: an error stops publishing, a warning does not. */
export function ProblemText({ problem }: { problem: Pick<CheckProblem, 'severity' | 'message'> }) {
  const { t } = useTranslation('editor');
  const isError = problem.severity === 'error';
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Icon
        size={16}
        style={{ flex: 'none', marginTop: 2 }}
        color={isError ? 'var(--baton-failed)' : 'var(--baton-waiting)'}
        role="img"
        aria-label={t(isError ? 'problems.error' : 'problems.warning')}
      />
      <Text size="sm">{problem.message}</Text>
    </Group>
  );
}
