import { Modal, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toCard } from '../canvas/card.ts';
import { perform } from '../document/document-store.ts';
import { connect } from '../document/node-commands.ts';
import { findFlow, findNode, isEnterable, toPorts } from '../document/queries.ts';
import { useDocument, useEditor, useView } from '../editor-context.ts';
import { kindViewOf } from '../kinds/index.ts';
import { toWayName } from '../kinds/way-name.ts';
import { toPlain } from '../kinds/words.ts';
import { addStep } from '../step-actions.ts';
import type { Picker } from '../view-store.ts';
import { useWords } from '../WordsProvider.tsx';
import styles from './Palette.module.css';
import { KindList } from './Palette.tsx';

/** The list that opens when a way out is to lead somewhere: to a new step, or to one that is there. */
export function StepPicker() {
  const { t } = useTranslation('editor');
  const { view } = useEditor();
  const picker = useView((state) => state.picker);
  const close = () => view.setState({ picker: null });
  return (
    <Modal
      opened={picker !== null}
      onClose={close}
      size="sm"
      title={t(picker?.type === 'connect' ? 'picker.connect' : 'picker.add')}
    >
      <Stack h="min(480px, 70dvh)">
        {picker?.type === 'choose-kind' && <ChooseKind picker={picker} onDone={close} />}
        {picker?.type === 'connect' && <ChooseStep picker={picker} onDone={close} />}
      </Stack>
    </Modal>
  );
}

function ChooseKind({
  picker,
  onDone,
}: {
  picker: Extract<Picker, { type: 'choose-kind' }>;
  onDone: () => void;
}) {
  const editor = useEditor();
  return (
    <KindList
      autoFocus
      only={(type) => picker.from === null || isEnterable({ type })}
      onChoose={(type) => {
        addStep(editor, { type, from: picker.from, at: picker.at });
        onDone();
      }}
    />
  );
}

function ChooseStep({
  picker,
  onDone,
}: {
  picker: Extract<Picker, { type: 'connect' }>;
  onDone: () => void;
}) {
  const { t } = useTranslation(['editor', 'kinds']);
  const { document } = useEditor();
  const words = useWords();
  const flowId = useView((state) => state.flow);
  const flow = useDocument((state) => findFlow(state.file, flowId));
  const source = useDocument((state) => findNode(state.file, flowId, picker.node));
  const [search, setSearch] = useState('');
  const port = source && toPorts(source).find(({ id }) => id === picker.port);
  const wanted = search.trim().toLowerCase();
  const steps = (flow?.nodes ?? [])
    .filter(isEnterable)
    .map((node) => ({
      node,
      sentence: toPlain(toCard(node, words).sentence),
      label: t(`kinds:${node.type}.label`),
    }))
    .filter(({ sentence, label }) => `${label} ${sentence}`.toLowerCase().includes(wanted));
  const choose = (target: string) => {
    perform(document, connect(flowId, picker.node, picker.port, target));
    onDone();
  };
  return (
    <>
      {port && <Text size="sm">{t('picker.way', { way: toWayName(port, words) })}</Text>}
      <TextInput
        data-autofocus
        aria-label={t('picker.search')}
        placeholder={t('picker.search')}
        leftSection={<Search size={14} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ScrollArea flex={1} mih={0}>
        {steps.map(({ node, sentence, label }) => {
          const { icon: Icon } = kindViewOf(node.type);
          return (
            <UnstyledButton key={node.id} className={styles.kind} onClick={() => choose(node.id)}>
              <Icon size={16} style={{ flex: 'none' }} aria-hidden />
              <span>
                <Text size="xs" c="dimmed">
                  {label}
                </Text>
                {sentence}
              </span>
            </UnstyledButton>
          );
        })}
        {steps.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('picker.nothing')}
          </Text>
        )}
      </ScrollArea>
    </>
  );
}
