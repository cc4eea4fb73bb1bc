import { Button, CloseButton, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { FolderFilter } from '../../shared/api/inbox-conversation.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Late } from '../ui/Late.tsx';
import styles from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow.tsx';
import { folders } from './folders.ts';
import { listQuery } from './inbox-queries.ts';
import { useListKeys } from './use-list-keys.ts';

/** The conversations of a folder, with a search over what was said in them. */
export function ConversationList({ folder }: { folder: FolderFilter }) {
  const { t } = useTranslation('inbox');
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 250);
  const list = useInfiniteQuery({ ...listQuery(folder, words), placeholderData: keepPreviousData });
  const { conversation: open } = useParams();
  const items = list.data?.pages.flatMap((page) => page.conversations) ?? [];
  const listRef = useListKeys(items, folder);
  return (
    <>
      <div className={styles.search}>
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<Search size={16} aria-hidden />}
          rightSection={typed && <CloseButton aria-label={t('clearSearch')} onClick={() => setTyped('')} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <div className={styles.scroll} data-old={list.isPlaceholderData || undefined}>
        {list.isPending && <ListSkeleton />}
        {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && items.length === 0 && <EmptyFolder folder={folder} words={words} />}
        {items.length > 0 && (
          <ul className={styles.rows} ref={listRef} aria-label={t(`folder.${folder}`)}>
            {items.map((item) => (
              <ConversationRow key={item.id} item={item} folder={folder} open={item.id === open} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Button
            variant="subtle"
            fullWidth
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common:action.loadMore')}
          </Button>
        )}
      </div>
    </>
  );
}

function EmptyFolder({ folder, words }: { folder: FolderFilter; words: string }) {
  const { t } = useTranslation('inbox');
  const icon = folders.find(({ name }) => name === folder)?.icon ?? Search;
  if (words) return <Empty icon={Search} title={t('noMatch.title')} text={t('noMatch.text', { words })} />;
  return <Empty icon={icon} title={t(`empty.${folder}.title`)} text={t(`empty.${folder}.text`)} />;
}

function ListSkeleton() {
  return (
    <Late>
      <div aria-hidden>
        {[1, 2, 3, 4].map((row) => (
          <div key={row} className={styles.skeleton}>
            <Skeleton h={14} w="60%" />
            <Skeleton h={12} w="90%" mt={8} />
            <Skeleton h={20} w="40%" mt={8} />
          </div>
        ))}
      </div>
    </Late>
  );
}
