import { Menu } from '@mantine/core';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { botRoutes } from '../../../shared/api/bots.ts';
import { toAddress } from '../../../shared/api/route.ts';

interface ExportItemProps {
  bot: { id: string; slug: string };
  /** The number of the release on duty; without it the draft is exported. */
  release?: number;
}

/** Saves a bot as a file on the designer's machine, named after the bot. */
export function ExportItem({ bot: { id, slug }, release }: ExportItemProps) {
  const { t } = useTranslation('editor');
  const { path } = botRoutes.botExport;
  const isDraft = release === undefined;
  return (
    <Menu.Item
      component="a"
      href={toAddress(path, { id }, isDraft ? { draft: '1' } : {})}
      download={isDraft ? `${slug}.draft.bot.json` : `${slug}.bot.json`}
      leftSection={<Download size={14} aria-hidden />}
    >
      {isDraft ? t('bar.exportDraft') : t('bots.exportRelease', { number: release })}
    </Menu.Item>
  );
}
