import { Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../document/document-store.ts';
import { usePerform } from '../editor-context.ts';
import { removeAt, replaceAt } from './list-edits.ts';
import { RowActions } from './RowActions.tsx';
import { VariablePicker } from './VariablePicker.tsx';

interface Save {
  path: string;
  variable: string;
}

interface SaveListProps {
  value: readonly Save[] | undefined;
  onChange: (saves: Save[] | undefined) => void;
}

/** Which parts of an answer are kept, and in which variables. */
export function SaveList({ value = [], onChange }: SaveListProps) {
  const { t } = useTranslation('kinds');
  const perform = usePerform();
  const change = (saves: Save[]) => onChange(saves.length > 0 ? saves : undefined);
  const choose = (index: number, save: Save, variable: string | undefined, also: Command | undefined) => {
    if (also) perform(also);
    change(replaceAt(value, index, { ...save, variable: variable ?? '' }));
  };
  return (
    <Input.Wrapper label={t('http-request.save')} description={t('http-request.saveHint')} labelElement="div">
      <Stack gap="sm" mt={4}>
        {value.map((save, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no ids, and their fields hold no state of their own.
          <Stack key={index} gap={4} pl="xs" style={{ borderLeft: '2px solid var(--baton-line)' }}>
            <Group gap={4} align="flex-end" wrap="nowrap">
              <TextInput
                flex={1}
                label={t('http-request.savePath')}
                placeholder="order.items.0.status"
                maxLength={300}
                value={save.path ?? ''}
                onChange={(event) =>
                  change(replaceAt(value, index, { ...save, path: event.currentTarget.value }))
                }
              />
              <RowActions
                name={save.path || t('field.rowNumber', { number: index + 1 })}
                onRemove={() => change(removeAt(value, index))}
              />
            </Group>
            <VariablePicker
              label={t('http-request.saveVariable')}
              value={save.variable || undefined}
              onChange={(variable, also) => choose(index, save, variable, also)}
            />
          </Stack>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => change([...value, { path: '', variable: '' }])}
        >
          {t('http-request.addSave')}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
