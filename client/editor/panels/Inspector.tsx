import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Copy, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftNode } from '../../../shared/kinds/document.ts';
import { kindOf } from '../../../shared/kinds/document.ts';
import { endGesture, perform } from '../document/document-store.ts';
import { all } from '../document/flow-commands.ts';
import { editData } from '../document/node-commands.ts';
import { findNode } from '../document/queries.ts';
import { useDocument, useEditor, useView } from '../editor-context.ts';
import { kindViewOf } from '../kinds/index.ts';
import type { FormProps } from '../kinds/kind-view.ts';
import { deleteSteps, duplicateSteps } from '../step-actions.ts';
import { FlowInspector } from './FlowInspector.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { StepProblems } from './StepProblems.tsx';
import { WaysOut } from './WaysOut.tsx';

/** Everything about what is selected: one step's form, several steps at once, or the flow. */
export function Inspector() {
  const { t } = useTranslation('editor');
  const editor = useEditor();
  const flow = useView((state) => state.flow);
  const selected = useView((state) => state.selectedNodes);
  const only = selected.length === 1 ? selected[0] : undefined;
  const node = useDocument((state) => (only === undefined ? undefined : findNode(state.file, flow, only)));
  if (node) return <StepInspector key={`${flow}/${node.id}`} flow={flow} node={node} />;
  if (selected.length < 2) return <FlowInspector flow={flow} />;
  return (
    <Stack gap="sm">
      <Title order={2}>{t('inspector.several', { count: selected.length })}</Title>
      <Group gap="xs">
        <Button variant="default" onClick={() => duplicateSteps(editor, flow, selected)}>
          {t('step.duplicate')}
        </Button>
        <Button variant="default" onClick={() => deleteSteps(editor, flow, selected)}>
          {t('step.delete')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('inspector.severalHint')}
      </Text>
    </Stack>
  );
}

function StepInspector({ flow, node }: { flow: string; node: DraftNode }) {
  const { document } = useEditor();
  const { Form } = kindViewOf(node.type);
  const set: FormProps<Record<string, unknown>>['set'] = (key, value, also) => {
    const edit = editData(flow, node.id, (data) => {
      data[key] = value;
    });
    perform(document, also ? all(also, edit) : edit, also ? null : `${flow}/${node.id}/${key}`);
  };
  return (
    <Stack gap="md" onBlur={() => endGesture(document)}>
      <StepHead flow={flow} node={node} />
      <LanguageSwitch />
      <StepProblems flow={flow} node={node.id} />
      <Form data={node.data} set={set} />
      <WaysOut flow={flow} node={node} />
    </Stack>
  );
}

function StepHead({ flow, node }: { flow: string; node: DraftNode }) {
  const { t } = useTranslation(['editor', 'kinds']);
  const editor = useEditor();
  const { icon: Icon } = kindViewOf(node.type);
  const family = kindOf(node.type)?.family ?? 'say';
  return (
    <Group gap="xs" wrap="nowrap">
      <Icon size={18} color={`var(--baton-family-${family})`} aria-hidden />
      <Title order={2} flex={1}>
        {t(`kinds:${node.type}.label`)}
      </Title>
      <ActionIcon aria-label={t('step.duplicate')} onClick={() => duplicateSteps(editor, flow, [node.id])}>
        <Copy size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t('step.delete')} onClick={() => deleteSteps(editor, flow, [node.id])}>
        <Trash2 size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
