import { ActionIcon, Menu } from '@mantine/core';
import { Cable, Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftNode } from '../../../shared/kinds/document.ts';
import { toPorts } from '../document/queries.ts';
import { useEditor } from '../editor-context.ts';
import { toWayName } from '../kinds/way-name.ts';
import { deleteSteps, duplicateSteps } from '../step-actions.ts';
import { useWords } from '../WordsProvider.tsx';

/** What can be done with a step, for those who do not drag: connect each way out, duplicate, delete. */
export function CardMenu({ flow, node }: { flow: string; node: DraftNode }) {
  const { t } = useTranslation('editor');
  const words = useWords();
  const editor = useEditor();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={24} className="nodrag nopan" aria-label={t('step.menu')}>
          <Ellipsis size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {toPorts(node).map((port) => (
          <Menu.Item
            key={port.id}
            leftSection={<Cable size={14} aria-hidden />}
            onClick={() =>
              editor.view.setState({ picker: { type: 'connect', node: node.id, port: port.id } })
            }
          >
            {t('step.connectWay', { way: toWayName(port, words) })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Copy size={14} aria-hidden />}
          onClick={() => duplicateSteps(editor, flow, [node.id])}
        >
          {t('step.duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Trash2 size={14} aria-hidden />}
          onClick={() => deleteSteps(editor, flow, [node.id])}
        >
          {t('step.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
