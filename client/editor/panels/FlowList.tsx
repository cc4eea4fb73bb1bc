import { ActionIcon, Button, Group, Menu, NavLink, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Copy, Ellipsis, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { perform, undo } from '../document/document-store.ts';
import { addFlow, duplicateFlow, removeFlow, renameFlow } from '../document/flow-commands.ts';
import { newId, newName } from '../document/new-id.ts';
import { type Editor, useDocument, useEditor, useView } from '../editor-context.ts';
import { showFlow } from '../view-store.ts';
import { UndoNotice } from './UndoNotice.tsx';

/** The bot's flows: choose, add, rename, duplicate, delete. */
export function FlowList() {
  const { t } = useTranslation('editor');
  const editor = useEditor();
  const flows = useDocument((state) => state.file.flows);
  const [renamed, setRenamed] = useState<string | null>(null);
  const add = () => {
    const id = newId(
      'flow-',
      flows.map((flow) => flow.id),
    );
    perform(
      editor.document,
      addFlow(
        id,
        newName(
          t('flows.newName'),
          flows.map(({ name }) => name),
        ),
      ),
    );
    showFlow(editor.view, id);
    setRenamed(id);
  };
  return (
    <Stack gap={4} component="nav" aria-label={t('flows.title')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" fw={600} c="dimmed">
          {t('flows.title')}
        </Text>
        <ActionIcon size={28} aria-label={t('flows.add')} title={t('flows.add')} onClick={add}>
          <Plus size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {flows.map((flow) =>
        renamed === flow.id ? (
          <RenameField key={flow.id} flow={flow} onDone={() => setRenamed(null)} />
        ) : (
          <FlowItem key={flow.id} id={flow.id} name={flow.name} onRename={() => setRenamed(flow.id)} />
        ),
      )}
      {flows.length === 0 && (
        <Button variant="default" size="xs" onClick={add}>
          {t('flows.add')}
        </Button>
      )}
    </Stack>
  );
}

function FlowItem({ id, name, onRename }: { id: string; name: string; onRename: () => void }) {
  const { t } = useTranslation('editor');
  const editor = useEditor();
  const shown = useView((state) => state.flow === id);
  const duplicate = () => {
    const copy = newId('flow-');
    const names = editor.document.getState().file.flows.map((flow) => flow.name);
    perform(editor.document, duplicateFlow(id, copy, newName(t('flows.copyName', { name }), names)));
    showFlow(editor.view, copy);
  };
  return (
    <Group gap={0} wrap="nowrap">
      <NavLink
        component="button"
        active={shown}
        aria-current={shown || undefined}
        label={name || t('flows.unnamed')}
        onClick={() => showFlow(editor.view, id)}
        onDoubleClick={onRename}
        py={4}
        px="xs"
        style={{ borderRadius: 6, minWidth: 0 }}
      />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon size={28} aria-label={t('flows.menu', { name })}>
            <Ellipsis size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<PencilLine size={14} aria-hidden />} onClick={onRename}>
            {t('flows.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<Copy size={14} aria-hidden />} onClick={duplicate}>
            {t('flows.duplicate')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Trash2 size={14} aria-hidden />}
            onClick={() => deleteFlow(editor, id, name, t)}
          >
            {t('flows.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

function RenameField({ flow, onDone }: { flow: { id: string; name: string }; onDone: () => void }) {
  const { t } = useTranslation('editor');
  const { document } = useEditor();
  const [name, setName] = useState(flow.name);
  const leave = () => {
    const words = name.trim();
    if (words !== '' && words !== flow.name) perform(document, renameFlow(flow.id, words));
    onDone();
  };
  return (
    <TextInput
      size="sm"
      aria-label={t('flows.name')}
      value={name}
      maxLength={100}
      // The designer has just asked to type here.
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}

function deleteFlow(
  { document, view }: Editor,
  id: string,
  name: string,
  t: (key: string, values?: Record<string, string>) => string,
): void {
  const { flows } = document.getState().file;
  const index = flows.findIndex((flow) => flow.id === id);
  const neighbour = flows[index + 1] ?? flows[index - 1];
  perform(document, removeFlow(id));
  const deleted = document.getState().past.at(-1);
  if (view.getState().flow === id) showFlow(view, neighbour?.id ?? '');
  const notice = `deleted-${id}`;
  const takeBack = () => {
    // Only while it is still the last edit; later ones are undone in their order.
    if (document.getState().past.at(-1) === deleted && undo(document)) showFlow(view, id);
    notifications.hide(notice);
  };
  notifications.show({
    id: notice,
    message: <UndoNotice text={t('flows.deleted', { name })} onUndo={takeBack} />,
  });
}
