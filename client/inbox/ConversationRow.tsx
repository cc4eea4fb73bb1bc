import { VisuallyHidden } from '@mantine/core';
import { ChevronsUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FolderFilter, InboxItem } from '../../shared/api/inbox-conversation.ts';
import { toDateTime, toWhen } from '../ui/times.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './ConversationRow.module.css';
import { toContactName } from './contact-name.ts';
import { HandlerBadge } from './HandlerBadge.tsx';
import { toReason } from './reason.ts';

/** One conversation of the list: who, what was said last, who answers, why a person is wanted. */
export function ConversationRow(props: { item: InboxItem; folder: FolderFilter; open: boolean }) {
  const { item, folder, open } = props;
  const { t, i18n } = useTranslation('inbox');
  const now = useNow();
  const last = item.last?.at ?? item.startedAt;
  return (
    <li>
      <Link
        to={`/inbox/${encodeURIComponent(item.id)}?folder=${folder}`}
        className={styles.row}
        data-unread={item.unread || undefined}
        aria-current={open ? 'true' : undefined}
      >
        <span className={styles.top}>
          {item.unread && <span className={styles.dot} aria-hidden />}
          {item.unread && <VisuallyHidden>{t('unread')}</VisuallyHidden>}
          <span className={styles.name}>{toContactName(item.contact, t)}</span>
          <time className={styles.time} dateTime={last} title={toDateTime(last, i18n.language)}>
            {toWhen(last, now, i18n.language)}
          </time>
        </span>
        <span className={styles.text}>
          {item.last && item.last.from !== 'customer' && (
            <span className={styles.from}>{t(`from.${item.last.from}`)}: </span>
          )}
          {item.last?.text ?? t('noMessages')}
        </span>
        <span className={styles.marks}>
          <HandlerBadge conversation={item} />
          {item.priority !== 'normal' && (
            <span className={styles.urgent}>
              <ChevronsUp size={12} aria-hidden />
              {t(`priority.${item.priority}`)}
            </span>
          )}
          {item.reason && <span className={styles.mark}>{toReason(item.reason, t)}</span>}
          {item.department && <span className={styles.mark}>{item.department.name}</span>}
        </span>
      </Link>
    </li>
  );
}
