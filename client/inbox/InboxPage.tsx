import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { usePerson } from '../api/session.ts';
import { Announcer, useAnnounce } from '../ui/Announcer.tsx';
import { Empty } from '../ui/Empty.tsx';
import { useTitle } from '../ui/use-title.ts';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { ConversationList } from './ConversationList.tsx';
import { ConversationPane } from './ConversationPane.tsx';
import { showDesktopNotice } from './desktop-notice.ts';
import { FolderNav } from './FolderNav.tsx';
import { parseFolder } from './folders.ts';
import styles from './InboxPage.module.css';
import { countsQuery } from './inbox-queries.ts';
import { OfflineNotice } from './OfflineNotice.tsx';
import { openOutgoing } from './outgoing.ts';
import { useInboxLive } from './use-inbox-live.ts';

/** The agent's screen: folders, list, conversation, customer; on a phone one at a time. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const { conversation } = useParams();
  const [search] = useSearchParams();
  const folder = parseFolder(search.get('folder'));
  const live = useInboxLive();
  const person = usePerson();
  useLayoutEffect(() => openOutgoing(person.id), [person.id]);
  const waiting = useQuery(countsQuery).data?.waiting ?? 0;
  useTitle(waiting > 0 ? `(${waiting}) ${t('title')}` : t('title'));
  return (
    <Announcer>
      <div className={styles.inbox} data-pane={toPane(conversation, search)}>
        <h1 className={styles.title}>{t('title')}</h1>
        <WaitingAnnouncer waiting={waiting} />
        <FolderNav folder={folder} className={styles.folders} />
        <div className={styles.list}>
          <ConnectionNotice state={live} />
          <OfflineNotice />
          <ConversationList folder={folder} />
        </div>
        {conversation ? (
          <ConversationPane key={conversation} id={conversation} />
        ) : (
          <div className={styles.nothing}>
            <Empty icon={MessagesSquare} title={t('nothing.title')} text={t('nothing.text')} />
          </div>
        )}
      </div>
    </Announcer>
  );
}

/** Says aloud, and on the desktop where that is wished, when one more customer waits. */
function WaitingAnnouncer({ waiting }: { waiting: number }) {
  const { t } = useTranslation('inbox');
  const announce = useAnnounce();
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting > before.current) {
      const sentence = t('nowWaiting', { count: waiting });
      announce(sentence);
      showDesktopNotice(sentence);
    }
    before.current = waiting;
  }, [waiting, announce, t]);
  return null;
}

/** Which pane a phone shows. */
function toPane(
  conversation: string | undefined,
  search: URLSearchParams,
): 'list' | 'conversation' | 'customer' {
  if (conversation === undefined) return 'list';
  return search.get('pane') === 'customer' ? 'customer' : 'conversation';
}
