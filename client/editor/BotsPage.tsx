import { Button, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Bot, FileUp, Plus } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import styles from './BotsPage.module.css';
import { botsQuery } from './bot-calls.ts';
import { ArchivedBots } from './bots/ArchivedBots.tsx';
import { BotRow } from './bots/BotRow.tsx';
import { CreateBotModal } from './bots/CreateBotModal.tsx';
import { ImportRefusal } from './bots/ImportRefusal.tsx';
import { useImport } from './bots/use-import.ts';

/** All bots: make one, import a file (it may be dropped anywhere), go to one, see the archive. */
export function BotsPage() {
  const { t } = useTranslation('editor');
  const navigate = useNavigate();
  const { data: bots, error, refetch } = useQuery(botsQuery());
  const [creating, create] = useDisclosure(false);
  const [archive, { toggle }] = useDisclosure(false);
  const importing = useImport((bot) => void navigate(`/bots/${bot.id}`));
  const drop = useFileDrop((file) => importing.mutate(file));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!bots) return <PageSkeleton />;
  return (
    <Stack className={styles.page} data-over={drop.over || undefined} {...drop.handlers}>
      <Group justify="space-between">
        <Title order={1}>{t('bots.title')}</Title>
        <Group gap="xs">
          <FileButton onChange={(file) => file && importing.mutate(file)} accept=".json,application/json">
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={importing.isPending}
                leftSection={<FileUp size={16} aria-hidden />}
              >
                {t('import.choose')}
              </Button>
            )}
          </FileButton>
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={create.open}>
            {t('bots.create')}
          </Button>
        </Group>
      </Group>
      {importing.error && <ImportRefusal error={importing.error} onClose={importing.reset} />}
      {bots.length === 0 ? (
        <Empty icon={Bot} title={t('bots.none')} text={t('bots.noneText')} />
      ) : (
        <Stack gap="xs" component="ul" m={0} p={0} aria-label={t('bots.title')}>
          {bots.map((bot) => (
            <BotRow key={bot.id} bot={bot} />
          ))}
        </Stack>
      )}
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('import.drop')}
        </Text>
        <Button variant="subtle" color="gray" size="xs" onClick={toggle} aria-expanded={archive}>
          {t(archive ? 'bots.hideArchive' : 'bots.showArchive')}
        </Button>
      </Group>
      {archive && <ArchivedBots />}
      <CreateBotModal bots={bots} opened={creating} onClose={create.close} />
    </Stack>
  );
}

/** Takes a file that is dropped anywhere on what the handlers are given to. */
function useFileDrop(onFile: (file: File) => void) {
  const [over, setOver] = useState(false);
  const isFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!isFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        onFile(file);
      },
    },
  };
}
