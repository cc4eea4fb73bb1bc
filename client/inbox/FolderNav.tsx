import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FolderFilter } from '../../shared/api/inbox-conversation.ts';
import { useCurrentInView } from '../ui/use-current-in-view.ts';
import styles from './FolderNav.module.css';
import { folders } from './folders.ts';
import { countsQuery } from './inbox-queries.ts';
import { StatusMenu } from './StatusMenu.tsx';

/** The folders with how many conversations lie in each, and one's own status. */
export function FolderNav({
  folder,
  className = '',
}: {
  folder: FolderFilter;
  className?: string | undefined;
}) {
  const { t, i18n } = useTranslation('inbox');
  const counts = useQuery(countsQuery).data;
  const row = useCurrentInView<HTMLElement>(folder);
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div className={`${styles.side} ${className}`}>
      <StatusMenu />
      <nav ref={row} aria-label={t('folders')} className={styles.folders}>
        {folders.map(({ name, icon: Icon }) => {
          const count = counts?.[name] ?? 0;
          return (
            <Link
              key={name}
              to={`/inbox?folder=${name}`}
              className={styles.folder}
              data-name={name}
              aria-current={name === folder ? 'page' : undefined}
            >
              <Icon size={16} aria-hidden />
              <span className={styles.name}>{t(`folder.${name}`)}</span>
              {count > 0 && (
                <span className={styles.count} data-name={name}>
                  {number.format(count)}
                </span>
              )}
            </Link>
          );
        })}
      </nav>
    </div>
  );
}
