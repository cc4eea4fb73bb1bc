import { ActionIcon, Menu } from '@mantine/core';
import { Archive, Copy, Ellipsis, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BotItem } from '../../../shared/api/bots.ts';
import { ExportItem } from './ExportItem.tsx';
import { useBotActions } from './use-bot-actions.ts';

/** What can be done with a bot from the list. */
export function BotMenu({ bot }: { bot: BotItem }) {
  const { t } = useTranslation('editor');
  const { archive, duplicate } = useBotActions();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('bots.menu', { name: bot.name })}>
          <Ellipsis size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to={`/bots/${bot.id}/settings`}
          leftSection={<Settings size={14} aria-hidden />}
        >
          {t('bar.settings')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Copy size={14} aria-hidden />}
          onClick={() => duplicate.mutate({ id: bot.id, name: t('flows.copyName', { name: bot.name }) })}
        >
          {t('bots.duplicate')}
        </Menu.Item>
        <ExportItem bot={bot} />
        {bot.release !== null && <ExportItem bot={bot} release={bot.release} />}
        <Menu.Item leftSection={<Archive size={14} aria-hidden />} onClick={() => archive.mutate(bot)}>
          {t('bots.archive')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
