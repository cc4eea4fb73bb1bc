import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type BotChange, type BotItem, botRoutes } from '../../../shared/api/bots.ts';
import { toSentence } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { UndoNotice } from '../panels/UndoNotice.tsx';

const showError = (error: unknown) => {
  notifications.show({ color: 'red', message: toSentence(error) });
};

/** What the list of bots does to a bot; whatever fails is told, and the list is read again. */
export function useBotActions() {
  const { t } = useTranslation('editor');
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['bots'] });
  const settled = { onError: showError, onSettled: refresh };

  const change = useMutation({
    mutationFn: ({ id, body }: { id: string; body: BotChange }) =>
      call(botRoutes.botChange, { params: { id }, body }),
    ...settled,
  });
  const restore = useMutation({
    mutationFn: (id: string) => call(botRoutes.botRestore, { params: { id } }),
    ...settled,
  });
  const archive = useMutation({
    mutationFn: ({ id }: BotItem) => call(botRoutes.botDelete, { params: { id } }),
    ...settled,
    onSuccess: (_, { id, name }) => {
      const notice = `archived-${id}`;
      const undo = () => {
        notifications.hide(notice);
        restore.mutate(id);
      };
      const text = t('bots.archived', { name });
      notifications.show({
        id: notice,
        autoClose: 12_000,
        message: createElement(UndoNotice, { text, onUndo: undo }),
      });
    },
  });
  const duplicate = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => copyBot(id, name),
    ...settled,
    onSuccess: ({ bot }) => notifications.show({ message: t('bots.duplicated', { name: bot.name }) }),
  });
  return { change, archive, restore, duplicate };
}

/** A new bot with the draft of another, under another name. */
export async function copyBot(id: string, name: string) {
  const file = (await call(botRoutes.botExport, { params: { id }, query: { draft: '1' } })) as {
    bot: Record<string, unknown>;
  };
  // The address is made from the new name; two bots cannot share one.
  const { slug: _, ...bot } = file.bot;
  return call(botRoutes.botImport, { body: { ...file, bot: { ...bot, name } } });
}
