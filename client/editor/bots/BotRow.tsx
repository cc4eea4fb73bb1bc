import { ActionIcon, Anchor, Collapse, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDown, ChevronRight, ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BotItem } from '../../../shared/api/bots.ts';
import { Mark } from '../../ui/Mark.tsx';
import { formatTime } from '../format-time.ts';
import { BotFlows } from './BotFlows.tsx';
import { BotMenu } from './BotMenu.tsx';
import { useBotActions } from './use-bot-actions.ts';

/** One bot in the list: whether it answers, what is published, how busy it is, and its flows. */
export function BotRow({ bot }: { bot: BotItem }) {
  const { t } = useTranslation('editor');
  const { change } = useBotActions();
  const [opened, { toggle }] = useDisclosure(false);
  const Chevron = opened ? ChevronDown : ChevronRight;
  return (
    <Paper component="li" withBorder p="sm" style={{ listStyle: 'none' }} aria-label={bot.name}>
      <Group gap="sm" align="flex-start">
        <ActionIcon
          aria-label={t('bots.flowsOf', { name: bot.name })}
          aria-expanded={opened}
          onClick={toggle}
        >
          <Chevron size={18} aria-hidden />
        </ActionIcon>
        <Stack gap={4} flex={1} miw={200}>
          <Group gap="xs">
            <Title order={2} size="md">
              <Anchor component={Link} to={`/bots/${bot.id}`} inherit>
                {bot.name}
              </Anchor>
            </Title>
            <BotBadges bot={bot} />
          </Group>
          <BotNumbers bot={bot} />
          <Anchor href={`/chat/${bot.slug}`} target="_blank" rel="noreferrer" size="sm">
            <Group gap={4} component="span" display="inline-flex">
              /chat/{bot.slug}
              <ExternalLink size={12} aria-hidden />
            </Group>
          </Anchor>
        </Stack>
        <Group gap="xs">
          <Switch
            label={t('bots.active')}
            aria-label={t('bots.activeOf', { name: bot.name })}
            checked={bot.active}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ id: bot.id, body: { active: event.currentTarget.checked } })}
          />
          <BotMenu bot={bot} />
        </Group>
      </Group>
      <Collapse expanded={opened} transitionDuration={120}>
        {opened && <BotFlows bot={bot.id} />}
      </Collapse>
    </Paper>
  );
}

function BotBadges({ bot }: { bot: BotItem }) {
  const { t } = useTranslation('editor');
  return (
    <Group gap={4}>
      {bot.release === null ? (
        <Mark>{t('bots.unpublished')}</Mark>
      ) : (
        <Mark tone="bot">{t('bots.release', { number: bot.release })}</Mark>
      )}
      {bot.release !== null && bot.draftAhead && <Mark>{t('bots.draftAhead')}</Mark>}
      {bot.conversations.waiting > 0 && (
        <Mark tone="waiting">{t('bots.waiting', { count: bot.conversations.waiting })}</Mark>
      )}
      {bot.conversations.live > 0 && (
        <Mark tone="person">{t('bots.live', { count: bot.conversations.live })}</Mark>
      )}
    </Group>
  );
}

function BotNumbers({ bot }: { bot: BotItem }) {
  const { t, i18n } = useTranslation('editor');
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const parts = [
    t('bots.flowCount', { count: bot.flows }),
    bot.languages.map((language) => names.of(language) ?? language).join(', '),
    t('bots.recent', { count: bot.conversations.recent }),
    t('bots.changed', { time: formatTime(bot.draftChangedAt, i18n.language) }),
  ];
  return (
    <Text size="sm" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
}
