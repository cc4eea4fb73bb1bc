import { Button, Group, Input, Stack } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { Text } from '../../../shared/text/localised.ts';
import { ListRowActions } from './ListRowActions.tsx';
import { replaceAt } from './list-edits.ts';
import { TextField } from './TextField.tsx';

interface TextListProps {
  label: string;
  hint?: string;
  /** What one row is called, from its number. */
  rowLabel: (number: number) => string;
  addLabel: string;
  value: readonly Text[] | undefined;
  onChange: (value: Text[] | undefined) => void;
  multiline?: boolean;
  max?: number;
}

/** Several texts that customers read, in an order of the designer's. */
export function TextList(props: TextListProps) {
  const { label, hint, rowLabel, addLabel, value = [], onChange, multiline = false, max = 20 } = props;
  const change = (list: Text[]) => onChange(list.length > 0 ? list : undefined);
  return (
    <Input.Wrapper label={label} description={hint} labelElement="div">
      <Stack gap="xs" mt={4}>
        {value.map((text, index) => {
          const name = rowLabel(index + 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: texts have no ids, and a row's field holds no state of its own.
            <Group key={index} gap={4} align="flex-end" wrap="nowrap">
              <div style={{ flex: 1 }}>
                <TextField
                  label={name}
                  value={text}
                  multiline={multiline}
                  onChange={(next) => change(replaceAt(value, index, next))}
                />
              </div>
              <ListRowActions name={name} list={value} index={index} onChange={change} />
            </Group>
          );
        })}
        {value.length < max && (
          <Button
            variant="default"
            size="xs"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => change([...value, ''])}
          >
            {addLabel}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
