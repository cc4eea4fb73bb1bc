import { useTranslation } from 'react-i18next';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { toClock } from '../ui/times.ts';
import { PaneSection } from './PaneSection.tsx';
import styles from './PathTaken.module.css';

type Step = InboxConversation['path'][number];

/** The steps of the bot that the customer came along, a heading for each flow. */
export function PathTaken({ path }: { path: InboxConversation['path'] }) {
  const { t, i18n } = useTranslation(['inbox', 'kinds']);
  if (path.length === 0) return null;
  return (
    <PaneSection title={t('customer.path')}>
      {toStretches(path).map((steps) => {
        const [first] = steps;
        return (
          <div key={`${first.at} ${first.node}`}>
            <p className={styles.flow}>{first.flowName}</p>
            <ol className={styles.steps}>
              {steps.map(({ node, kind, label, at }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a path only grows at its end.
                <li key={index}>
                  <span className={styles.step}>
                    {t(`kinds:${kind}.label`, { defaultValue: node })}
                    {label && <small className={styles.words}>{label}</small>}
                  </span>
                  <time dateTime={at}>{toClock(at, i18n.language)}</time>
                </li>
              ))}
            </ol>
          </div>
        );
      })}
    </PaneSection>
  );
}

/** Cuts a path where it moves to another flow. */
function toStretches(path: readonly Step[]): [Step, ...Step[]][] {
  const stretches: [Step, ...Step[]][] = [];
  for (const step of path) {
    const last = stretches.at(-1);
    if (last && last[0].flow === step.flow) last.push(step);
    else stretches.push([step]);
  }
  return stretches;
}
