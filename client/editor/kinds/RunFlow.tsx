import { Stack, Switch } from '@mantine/core';
import { Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FlowPicker } from '../fields/FlowPicker.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';

type Data = DraftOf<'run-flow'>;

export const runFlowView: KindView<Data> = {
  icon: Workflow,
  sentence: ({ flow, return: returns }, { t, strong, flow: name }) => {
    const called = name(flow);
    if (called === '') return t('run-flow.saysNothing');
    return t(returns ? 'run-flow.saysReturn' : 'run-flow.says', { flow: strong(called) });
  },
  Form: RunFlowForm,
};

function RunFlowForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="md">
      <FlowPicker
        label={t('run-flow.flow')}
        hint={t('run-flow.flowHint')}
        value={data.flow}
        onChange={(flow, also) => set('flow', flow, also)}
      />
      <Switch
        label={t('run-flow.return')}
        description={t('run-flow.returnHint')}
        checked={data.return ?? false}
        onChange={(event) => set('return', event.currentTarget.checked)}
      />
    </Stack>
  );
}
