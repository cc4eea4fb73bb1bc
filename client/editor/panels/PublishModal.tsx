import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { botRoutes } from '../../../shared/api/bots.ts';
import { ApiProblem, toSentence } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { hasUnsaved } from '../document/document-store.ts';
import { type Editor, useEditor, useView } from '../editor-context.ts';
import { ProblemList } from './ProblemsPanel.tsx';

/** Publishes the draft with a note; what stops it is listed with the way there. */
export function PublishModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('editor');
  const editor = useEditor();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const found = useView((state) => state.problems);
  const publish = useMutation({
    mutationFn: () => publishDraft(editor, note),
    onSuccess: ({ release }) => {
      void queries.invalidateQueries({ queryKey: ['bots'] });
      notifications.show({ color: 'green', message: t('publish.done', { number: release.number }) });
      setNote('');
      onClose();
    },
  });
  const refused = publish.error instanceof ApiProblem ? (publish.error.problem?.problems ?? []) : [];
  const errors = refused.length > 0 ? refused : found.filter(({ severity }) => severity === 'error');
  const close = () => {
    publish.reset();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={t('publish.title')} size="lg">
      <Stack>
        {errors.length > 0 ? (
          <>
            <Text size="sm">{t('publish.stopped', { count: errors.length })}</Text>
            <ProblemList problems={errors} onGo={close} />
          </>
        ) : (
          <>
            <Text size="sm">{t('publish.text')}</Text>
            <Textarea
              data-autofocus
              label={t('publish.note')}
              placeholder={t('publish.notePlaceholder')}
              maxLength={1000}
              autosize
              minRows={2}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </>
        )}
        {publish.error && refused.length === 0 && (
          <Text size="sm" c="error" role="alert">
            {publish.error instanceof UnsavedDraft ? t('publish.unsaved') : toSentence(publish.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('common:action.cancel')}
          </Button>
          {errors.length === 0 && (
            <Button loading={publish.isPending} onClick={() => publish.mutate()}>
              {t('publish.publish')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

class UnsavedDraft extends Error {}

/** The server publishes what it has, so what is on screen is saved first. */
async function publishDraft({ bot, autosave, document }: Editor, note: string) {
  await autosave.flush();
  if (hasUnsaved(document.getState())) throw new UnsavedDraft();
  const body = note.trim() === '' ? {} : { note: note.trim() };
  return call(botRoutes.releasePublish, { params: { id: bot }, body });
}
