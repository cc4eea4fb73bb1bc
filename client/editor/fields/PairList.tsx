import { Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { removeAt, replaceAt } from './list-edits.ts';
import { RowActions } from './RowActions.tsx';
import { TemplateField } from './TemplateField.tsx';

interface Pair {
  name: string;
  value: string;
}

interface PairListProps {
  label: string;
  hint?: string;
  nameLabel: string;
  valueLabel: string;
  addLabel: string;
  value: readonly Pair[] | undefined;
  onChange: (pairs: Pair[] | undefined) => void;
}

/** Named values: the fields of a ticket, the headers of a call. */
export function PairList(props: PairListProps) {
  const { label, hint, nameLabel, valueLabel, addLabel, value = [], onChange } = props;
  const { t } = useTranslation('kinds');
  const change = (pairs: Pair[]) => onChange(pairs.length > 0 ? pairs : undefined);
  return (
    <Input.Wrapper label={label} description={hint} labelElement="div">
      <Stack gap="sm" mt={4}>
        {value.map((pair, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pairs have no ids, and a row's fields hold no state of their own.
          <Stack key={index} gap={4} pl="xs" style={{ borderLeft: '2px solid var(--baton-line)' }}>
            <Group gap={4} align="flex-end" wrap="nowrap">
              <TextInput
                flex={1}
                label={nameLabel}
                value={pair.name}
                maxLength={100}
                onChange={(event) =>
                  change(replaceAt(value, index, { ...pair, name: event.currentTarget.value }))
                }
              />
              <RowActions
                name={pair.name || t('field.rowNumber', { number: index + 1 })}
                onRemove={() => change(removeAt(value, index))}
              />
            </Group>
            <TemplateField
              label={valueLabel}
              value={pair.value}
              onChange={(next) => change(replaceAt(value, index, { ...pair, value: next }))}
            />
          </Stack>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => change([...value, { name: '', value: '' }])}
        >
          {addLabel}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
