import { useTranslation } from 'react-i18next';
import { useView } from '../editor-context.ts';
import { problemsOf } from '../problems-of.ts';
import styles from './StepCard.module.css';

/** How many problems a step has; red where one stops publishing. */
export function ProblemBadge({ flow, node }: { flow: string; node: string }) {
  const { t } = useTranslation('editor');
  const problems = useView((state) => problemsOf(state.problems, flow, node));
  if (problems.length === 0) return null;
  const severity = problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
  return (
    <abbr
      className={styles.badge}
      data-severity={severity}
      title={problems.map(({ message }) => message).join('\n')}
      aria-label={t('problems.count', { count: problems.length })}
    >
      {problems.length}
    </abbr>
  );
}
