import { ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindType } from '../../../shared/kinds/document.ts';
import { kinds } from '../../../shared/kinds/index.ts';
import type { Family } from '../../../shared/kinds/kind.ts';
import { dragType } from '../canvas/drag-type.ts';
import { useEditor } from '../editor-context.ts';
import { kindViewOf } from '../kinds/index.ts';
import { addStep } from '../step-actions.ts';
import styles from './Palette.module.css';

export const families: readonly Family[] = ['begin', 'say', 'ask', 'decide', 'people'];

/** Every kind of step by family: a click adds it behind the selected step, a drag where it is dropped. */
export function Palette() {
  const editor = useEditor();
  return <KindList onChoose={(type) => addStep(editor, { type })} draggable />;
}

interface KindListProps {
  onChoose: (type: KindType) => void;
  draggable?: boolean;
  autoFocus?: boolean;
  /** Leaves out what nothing can lead into. */
  only?: (type: KindType) => boolean;
}

/** The kinds of steps with a search over their names and hints. */
export function KindList({ onChoose, draggable = false, autoFocus = false, only }: KindListProps) {
  const { t } = useTranslation(['editor', 'kinds']);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = kinds.filter(({ type }) => {
    const words = `${t(`kinds:${type}.label`)} ${t(`kinds:${type}.hint`)}`.toLowerCase();
    return (only?.(type) ?? true) && words.includes(wanted);
  });
  return (
    <Stack gap="xs" mih={0} flex={1}>
      <TextInput
        size="sm"
        aria-label={t('palette.search')}
        placeholder={t('palette.search')}
        leftSection={<Search size={14} aria-hidden />}
        value={search}
        data-autofocus={autoFocus || undefined}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === 'Enter' && first && wanted !== '') onChoose(first.type);
        }}
      />
      <ScrollArea flex={1} mih={0} type="auto" offsetScrollbars="y">
        {families.map((family) => {
          const members = found.filter((kind) => kind.family === family);
          if (members.length === 0) return null;
          return (
            <section key={family} aria-label={t(`family.${family}`)}>
              <Text size="xs" fw={600} c={`var(--baton-family-${family}-ink)`} pt="xs" pb={2}>
                {t(`family.${family}`)}
              </Text>
              {members.map(({ type }) => (
                <KindButton
                  key={type}
                  type={type}
                  family={family}
                  onChoose={onChoose}
                  draggable={draggable}
                />
              ))}
            </section>
          );
        })}
        {found.length === 0 && (
          <Text size="sm" c="dimmed" py="md">
            {t('palette.nothing')}
          </Text>
        )}
      </ScrollArea>
    </Stack>
  );
}

interface KindButtonProps {
  type: KindType;
  family: Family;
  draggable: boolean;
  onChoose: (type: KindType) => void;
}

function KindButton({ type, family, draggable, onChoose }: KindButtonProps) {
  const { t } = useTranslation('kinds');
  const { icon: Icon } = kindViewOf(type);
  return (
    <UnstyledButton
      className={styles.kind}
      draggable={draggable}
      title={t(`${type}.hint`)}
      onClick={() => onChoose(type)}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, type);
        event.dataTransfer.effectAllowed = 'copy';
      }}
    >
      <span
        className={styles.mark}
        style={{ background: `var(--baton-family-${family}-soft)`, color: `var(--baton-family-${family})` }}
      >
        <Icon size={14} aria-hidden />
      </span>
      {t(`${type}.label`)}
    </UnstyledButton>
  );
}
