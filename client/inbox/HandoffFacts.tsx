import { useTranslation } from 'react-i18next';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import { toWhen } from '../ui/times.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './CustomerPane.module.css';
import { FactList } from './FactList.tsx';
import { PaneSection } from './PaneSection.tsx';
import { toReason } from './reason.ts';

/** Why a person was wanted, since when, where, and how it ended. */
export function HandoffFacts({ conversation }: { conversation: InboxConversation }) {
  const { t, i18n } = useTranslation('inbox');
  const now = useNow();
  const { handoff, queue, outcome } = conversation;
  if (!handoff && !outcome) return null;
  const facts = [
    handoff && { name: 'reason', value: toReason(handoff.reason, t) },
    handoff && { name: 'at', value: toWhen(handoff.at, now, i18n.language) },
    handoff?.department && { name: 'department', value: handoff.department.name },
    queue && { name: 'position', value: queue.position },
    outcome && { name: 'outcome', value: outcome },
  ].flatMap((fact) => (fact ? [{ ...fact, label: t(`handoff.${fact.name}`) }] : []));
  return (
    <PaneSection title={t('handoff.title')}>
      <FactList facts={facts} />
      {handoff?.summary && <p className={styles.summary}>{handoff.summary}</p>}
    </PaneSection>
  );
}
