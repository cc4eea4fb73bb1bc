import { List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { endGesture, perform } from '../document/document-store.ts';
import { renameFlow } from '../document/flow-commands.ts';
import { findFlow } from '../document/queries.ts';
import { useDocument, useEditor } from '../editor-context.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';

/** What the inspector shows while no step is selected: the flow's name, and what to do next. */
export function FlowInspector({ flow: id }: { flow: string }) {
  const { t } = useTranslation('editor');
  const { document } = useEditor();
  const flow = useDocument((state) => findFlow(state.file, id));
  if (!flow) return <Text c="dimmed">{t('inspector.noFlow')}</Text>;
  return (
    <Stack gap="md" onBlur={() => endGesture(document)}>
      <Title order={2}>{t('inspector.flow')}</Title>
      <LanguageSwitch />
      <TextInput
        label={t('flows.name')}
        maxLength={100}
        value={flow.name}
        onChange={(event) => perform(document, renameFlow(id, event.currentTarget.value), `flow/${id}`)}
      />
      <Text size="sm" c="dimmed">
        {t('inspector.steps', { count: flow.nodes.length })}
      </Text>
      <List size="sm" spacing={4} c="dimmed" listStyleType="disc">
        {(['select', 'connect', 'drop', 'keys'] as const).map((tip) => (
          <List.Item key={tip}>{t(`inspector.tip-${tip}`)}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
