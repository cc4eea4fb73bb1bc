import { Button, Group, Modal, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type BotItem, botRoutes } from '../../../shared/api/bots.ts';
import { toSentence } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { botLanguages } from './bot-languages.ts';
import { copyBot } from './use-bot-actions.ts';

interface CreateBotModalProps {
  bots: readonly BotItem[];
  opened: boolean;
  onClose: () => void;
}

/** Makes a bot: an empty one in some languages, or one that begins as a copy of another. */
export function CreateBotModal({ bots, opened, onClose }: CreateBotModalProps) {
  const { t } = useTranslation('editor');
  return (
    <Modal opened={opened} onClose={onClose} title={t('bots.create')}>
      <CreateBotForm bots={bots} onClose={onClose} />
    </Modal>
  );
}

function CreateBotForm({ bots, onClose }: Omit<CreateBotModalProps, 'opened'>) {
  const { t, i18n } = useTranslation('editor');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [languages, setLanguages] = useState<string[]>([i18n.language]);
  const create = useMutation({
    mutationFn: () =>
      from === null
        ? call(botRoutes.botCreate, { body: { name: name.trim(), languages } })
        : copyBot(from, name.trim()),
    onSuccess: ({ bot }) => {
      void queries.invalidateQueries({ queryKey: ['bots'] });
      void navigate(`/bots/${bot.id}`);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <Stack>
        <TextInput
          data-autofocus
          required
          label={t('bots.name')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('bots.from')}
          placeholder={t('bots.fromEmpty')}
          clearable
          searchable
          data={bots.map(({ id, name: label }) => ({ value: id, label }))}
          value={from}
          onChange={setFrom}
        />
        {from === null && (
          <MultiSelect
            required
            searchable
            label={t('bots.languages')}
            description={t('bots.languagesHint')}
            data={botLanguages(i18n.language)}
            value={languages}
            onChange={setLanguages}
          />
        )}
        {create.error && (
          <Text size="sm" c="error" role="alert">
            {toSentence(create.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            type="submit"
            loading={create.isPending}
            disabled={name.trim() === '' || (from === null && languages.length === 0)}
          >
            {t('bots.createIt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
