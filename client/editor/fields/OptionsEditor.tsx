import { Button, Group, Input, Stack } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../../shared/text/localised.ts';
import { newName } from '../document/new-id.ts';
import { ListRowActions } from './ListRowActions.tsx';
import { replaceAt } from './list-edits.ts';
import { TextField } from './TextField.tsx';

interface Option {
  id: string;
  label: Text;
}

interface OptionsEditorProps {
  label: string;
  hint?: string;
  value: readonly Option[] | undefined;
  onChange: (options: Option[]) => void;
}

/** The buttons of a choice. Each is a way out that keeps its connection while its words change. */
export function OptionsEditor({ label, hint, value = [], onChange }: OptionsEditorProps) {
  const { t } = useTranslation('kinds');
  const add = () => {
    const id = newName(
      'option',
      value.map((option) => option.id),
      '-',
    );
    onChange([...value, { id, label: '' }]);
  };
  return (
    <Input.Wrapper label={label} description={hint} labelElement="div">
      <Stack gap="xs" mt={4}>
        {value.map((option, index) => {
          const name = t('field.optionNumber', { number: index + 1 });
          return (
            <Group key={option.id} gap={4} align="flex-end" wrap="nowrap">
              <div style={{ flex: 1 }}>
                <TextField
                  label={name}
                  value={option.label}
                  onChange={(text) => onChange(replaceAt(value, index, { ...option, label: text }))}
                />
              </div>
              <ListRowActions name={name} list={value} index={index} onChange={onChange} min={1} />
            </Group>
          );
        })}
        <Button variant="default" size="xs" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
          {t('field.addOption')}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
