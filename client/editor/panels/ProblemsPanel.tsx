import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CheckProblem } from '../../../shared/api/check-problem.ts';
import { findFlow } from '../document/queries.ts';
import { useDocument, useEditor, useView } from '../editor-context.ts';
import { goToProblem } from '../go-to-problem.ts';
import { toProblemKey } from '../problems-of.ts';
import styles from './Palette.module.css';
import { ProblemText } from './ProblemText.tsx';

/** Everything that is wrong with the bot; a click goes there. */
export function ProblemsPanel() {
  const { t } = useTranslation('editor');
  const problems = useView((state) => state.problems);
  if (problems.length === 0) {
    return (
      <Group gap="xs" p="md">
        <CircleCheck size={18} color="var(--baton-person)" aria-hidden />
        <Text size="sm">{t('problems.none')}</Text>
      </Group>
    );
  }
  return <ProblemList problems={problems} />;
}

/** A list of problems, errors first, each a way to where it is. */
export function ProblemList({ problems, onGo }: { problems: readonly CheckProblem[]; onGo?: () => void }) {
  const { t } = useTranslation('editor');
  const editor = useEditor();
  const navigate = useNavigate();
  return (
    <Stack gap={0} component="ul" m={0} p={0} aria-label={t('problems.title')}>
      {problems.map((problem) => (
        <li key={toProblemKey(problem)} style={{ listStyle: 'none' }}>
          <UnstyledButton
            className={styles.kind}
            onClick={() => {
              onGo?.();
              if (problem.flow === undefined) void navigate(`/bots/${editor.bot}/settings`);
              else goToProblem(editor, problem);
            }}
          >
            <div style={{ flex: 1 }}>
              <ProblemText problem={problem} />
            </div>
            <ProblemPlace problem={problem} />
          </UnstyledButton>
        </li>
      ))}
    </Stack>
  );
}

function ProblemPlace({ problem }: { problem: CheckProblem }) {
  const { t } = useTranslation('editor');
  const name = useDocument((state) => (problem.flow ? findFlow(state.file, problem.flow)?.name : undefined));
  return (
    <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
      {name ?? t('problems.settings')}
    </Text>
  );
}
