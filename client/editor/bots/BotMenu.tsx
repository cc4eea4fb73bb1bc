import { ActionIcon, Menu } from '@mantine/core';
import { Archive, Copy, Download, Ellipsis, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type BotItem, botRoutes } from '../../../shared/api/bots.ts';
import { toAddress } from '../../../shared/api/route.ts';
import { useBotActions } from './use-bot-actions.ts';

/** What can be done with a bot from the list. */
export function BotMenu({ bot }: { bot: BotItem }) {
  const { t } = useTranslation('editor');
  const { archive, duplicate } = useBotActions();
  const { path } = botRoutes.botExport;
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
        <Menu.Item
          component="a"
          href={toAddress(path, { id: bot.id }, { draft: '1' })}
          download={`${bot.slug}.draft.bot.json`}
          leftSection={<Download size={14} aria-hidden />}
        >
          {t('bar.exportDraft')}
        </Menu.Item>
        {bot.release !== null && (
          <Menu.Item
            component="a"
            href={toAddress(path, { id: bot.id })}
            download={`${bot.slug}.bot.json`}
            leftSection={<Download size={14} aria-hidden />}
          >
            {t('bots.exportRelease', { number: bot.release })}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Archive size={14} aria-hidden />} onClick={() => archive.mutate(bot)}>
          {t('bots.archive')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
