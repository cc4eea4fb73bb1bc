import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { ArrowRight, Cable, Plus, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftNode } from '../../../shared/kinds/document.ts';
import type { Port } from '../../../shared/kinds/kind.ts';
import { toCard } from '../canvas/card.ts';
import { perform } from '../document/document-store.ts';
import { removeEdges } from '../document/node-commands.ts';
import { findEdge, findFlow, findNode, toPorts } from '../document/queries.ts';
import { useDocument, useEditor } from '../editor-context.ts';
import { kindViewOf } from '../kinds/index.ts';
import { toStepName, toWayName } from '../kinds/way-name.ts';
import { toPlain } from '../kinds/words.ts';
import { showNode } from '../view-store.ts';
import { useWords } from '../WordsProvider.tsx';

/** Where a step leads: each way out with the step behind it, to connect without dragging. */
export function WaysOut({ flow, node }: { flow: string; node: DraftNode }) {
  const { t } = useTranslation('editor');
  const ports = toPorts(node);
  if (ports.length === 0) return null;
  return (
    <Stack gap={4} component="section" aria-label={t('ways.title')}>
      <Text size="sm" fw={600}>
        {t('ways.title')}
      </Text>
      {ports.map((port) => (
        <WayOut key={port.id} flow={flow} node={node} port={port} />
      ))}
    </Stack>
  );
}

function WayOut({ flow, node, port }: { flow: string; node: DraftNode; port: Port }) {
  const { t } = useTranslation('editor');
  const words = useWords();
  const { document, view } = useEditor();
  const way = toWayName(port, words);
  const edge = useDocument((state) => {
    const drawn = findFlow(state.file, flow);
    return drawn && findEdge(drawn, node.id, port.id);
  });
  const target = useDocument((state) => (edge ? findNode(state.file, flow, edge.target) : undefined));
  const TargetIcon = target ? kindViewOf(target.type).icon : ArrowRight;
  const targetWords = target ? toPlain(toCard(target, words).sentence) : '';
  return (
    <Group gap={4} wrap="nowrap" justify="space-between" mih={32}>
      <Text size="sm" w={112} flex="none" lineClamp={2} title={way}>
        {way}
      </Text>
      {target ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          flex={1}
          fw={400}
          justify="flex-start"
          leftSection={<TargetIcon size={14} aria-hidden />}
          aria-label={toStepName(target, targetWords, words)}
          onClick={() => showNode(view, flow, target.id)}
          style={{ minWidth: 0 }}
        >
          {targetWords}
        </Button>
      ) : (
        <Text size="sm" c="dimmed" flex={1}>
          {t(port.optional ? 'ways.nowhereFine' : 'ways.nowhere')}
        </Text>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon size={28} aria-label={t('ways.change', { way })}>
            <Cable size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Cable size={14} aria-hidden />}
            onClick={() => view.setState({ picker: { type: 'connect', node: node.id, port: port.id } })}
          >
            {t('ways.connectTo')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() =>
              view.setState({
                picker: { type: 'choose-kind', from: { node: node.id, port: port.id }, at: null },
              })
            }
          >
            {t('ways.addStep')}
          </Menu.Item>
          {edge && (
            <Menu.Item
              leftSection={<Unplug size={14} aria-hidden />}
              onClick={() => perform(document, removeEdges(flow, [edge.id]))}
            >
              {t('ways.disconnect')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
