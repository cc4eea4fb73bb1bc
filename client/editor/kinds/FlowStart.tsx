import { Switch } from '@mantine/core';
import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'flow-start'>;

export const flowStartView: KindView<Data> = {
  icon: Play,
  sentence: ({ forAgents }, { t }) => t(forAgents ? 'flow-start.saysAgents' : 'flow-start.says'),
  Form: FlowStartForm,
};

function FlowStartForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Switch
      label={t('flow-start.forAgents')}
      description={t('flow-start.forAgentsHint')}
      checked={data.forAgents ?? false}
      onChange={(event) => set('forAgents', event.currentTarget.checked)}
    />
  );
}
