import { MultiSelect } from '@mantine/core';
import { MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { channels } from '../../../shared/schema/fields.ts';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'conversation-start'>;

export const conversationStartView: KindView<Data> = {
  icon: MessageCircle,
  sentence: ({ channels: only }, { t, strong, either }) =>
    only && only.length > 0
      ? t('conversation-start.saysOn', {
          channels: strong(either(only.map((channel) => t(`channel.${channel}`)))),
        })
      : t('conversation-start.says'),
  Form: ConversationStartForm,
};

function ConversationStartForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <MultiSelect
      label={t('conversation-start.channels')}
      description={t('conversation-start.channelsHint')}
      placeholder={data.channels?.length ? '' : t('conversation-start.allChannels')}
      data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
      value={data.channels ?? []}
      onChange={(next) => set('channels', next.length > 0 ? next : undefined)}
    />
  );
}
