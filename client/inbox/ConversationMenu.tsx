import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  Building2,
  CircleCheck,
  EllipsisVertical,
  Flag,
  FolderInput,
  type LucideIcon,
  ShieldAlert,
  Undo2,
  UserRound,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InboxConversation } from '../../shared/api/inbox-conversation.ts';
import type { ConversationActions } from './inbox-actions.ts';
import { agentsQuery } from './inbox-queries.ts';
import { StatusDot } from './StatusDot.tsx';

const places = [
  { folder: 'follow-up', icon: Flag },
  { folder: 'done', icon: CircleCheck },
  { folder: 'spam', icon: ShieldAlert },
] as const satisfies readonly { folder: string; icon: LucideIcon }[];

interface Props {
  conversation: InboxConversation;
  actions: ConversationActions;
}

/** What is done with a conversation now and then: pass it on, put it back, put it away. */
export function ConversationMenu({ conversation, actions }: Props) {
  const { t } = useTranslation('inbox');
  const free = conversation.handler === 'bot' && conversation.agent === null;
  const moved = places.some(({ folder }) => folder === conversation.folder);
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon aria-label={t('menu.label')}>
          <EllipsisVertical size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflow: 'auto' }}>
        {!free && <AssignItems conversation={conversation} actions={actions} />}
        <Menu.Label>{t('menu.folder')}</Menu.Label>
        {places.map(({ folder, icon: Icon }) => (
          <Menu.Item
            key={folder}
            leftSection={<Icon size={16} />}
            disabled={conversation.folder === folder}
            onClick={() => actions.folder.mutate(folder)}
          >
            {t(`folder.${folder}`)}
          </Menu.Item>
        ))}
        {moved && (
          <Menu.Item leftSection={<FolderInput size={16} />} onClick={() => actions.folder.mutate(null)}>
            {t('menu.takeOut')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function AssignItems({ conversation, actions }: Props) {
  const { t } = useTranslation('inbox');
  const others = useQuery(agentsQuery).data;
  return (
    <>
      {conversation.handler === 'agent' && (
        <Menu.Item leftSection={<Undo2 size={16} />} onClick={() => actions.toQueue.mutate()}>
          {t('menu.toQueue')}
        </Menu.Item>
      )}
      <Menu.Label>{t('menu.assign')}</Menu.Label>
      {others?.agents.map((agent) => (
        <Menu.Item
          key={agent.id}
          leftSection={<UserRound size={16} />}
          rightSection={<StatusDot status={agent.status} />}
          disabled={agent.id === conversation.agent?.id}
          onClick={() => actions.assign.mutate({ agent: agent.id })}
        >
          {agent.name}, {t(`status.${agent.status}`)}
        </Menu.Item>
      ))}
      {others?.departments.map((department) => (
        <Menu.Item
          key={department.id}
          leftSection={<Building2 size={16} />}
          disabled={department.id === conversation.department?.id}
          onClick={() => actions.assign.mutate({ department: department.id })}
        >
          {department.name}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
