import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toCard } from '../canvas/card.ts';
import { useEditor } from '../editor-context.ts';
import { toPlain } from '../kinds/words.ts';
import { useWords } from '../WordsProvider.tsx';
import styles from './BotSettingsPage.module.css';
import type { Use } from './uses.ts';

const mostShown = 12;

/** In which steps something is used, each a way to it. */
export function UsedIn({ uses }: { uses: readonly Use[] }) {
  const { t } = useTranslation('bot-settings');
  const { bot } = useEditor();
  const words = useWords();
  if (uses.length === 0)
    return (
      <Text size="xs" c="dimmed" mt="xs">
        {t('uses.none')}
      </Text>
    );
  return (
    <div>
      <Text size="xs" c="dimmed" mt="xs">
        {t('uses.count', { count: uses.length })}
      </Text>
      <ul className={styles.uses}>
        {uses.slice(0, mostShown).map(({ flow, flowName, node }) => (
          <li key={`${flow}/${node.id}`}>
            <Anchor
              component={Link}
              size="xs"
              to={`/bots/${bot}?flow=${encodeURIComponent(flow)}&step=${encodeURIComponent(node.id)}`}
            >
              {flowName}: {toPlain(toCard(node, words).sentence)}
            </Anchor>
          </li>
        ))}
        {uses.length > mostShown && <li>{t('uses.more', { count: uses.length - mostShown })}</li>}
      </ul>
    </div>
  );
}
