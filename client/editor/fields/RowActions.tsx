import { ActionIcon, Group } from '@mantine/core';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface RowActionsProps {
  /** What the row is, for who hears the screen: 'Answer 2'. */
  name: string;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
}

/** Moves a row of a list up or down, or takes it out. */
export function RowActions({ name, onUp, onDown, onRemove }: RowActionsProps) {
  const { t } = useTranslation('kinds');
  return (
    <Group gap={0} wrap="nowrap">
      {(onUp || onDown) && (
        <>
          <ActionIcon size={28} aria-label={t('field.up', { name })} disabled={!onUp} onClick={onUp}>
            <ArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon size={28} aria-label={t('field.down', { name })} disabled={!onDown} onClick={onDown}>
            <ArrowDown size={14} aria-hidden />
          </ActionIcon>
        </>
      )}
      {onRemove && (
        <ActionIcon size={28} aria-label={t('field.remove', { name })} onClick={onRemove}>
          <X size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
