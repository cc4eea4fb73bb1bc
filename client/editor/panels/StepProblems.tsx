import { Stack } from '@mantine/core';
import { useView } from '../editor-context.ts';
import { problemsOf, toProblemKey } from '../problems-of.ts';
import { ProblemText } from './ProblemText.tsx';

/** What is wrong with one step, above its form. */
export function StepProblems({ flow, node }: { flow: string; node: string }) {
  const problems = useView((state) => problemsOf(state.problems, flow, node));
  if (problems.length === 0) return null;
  return (
    <Stack gap={4} role="status">
      {problems.map((problem) => (
        <ProblemText key={toProblemKey(problem)} problem={problem} />
      ))}
    </Stack>
  );
}
