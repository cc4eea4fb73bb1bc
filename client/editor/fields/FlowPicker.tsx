import { Button, Group, Select } from '@mantine/core';
import { ArrowRight, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../document/document-store.ts';
import { addCallableFlow } from '../document/flow-commands.ts';
import { newId, newName } from '../document/new-id.ts';
import { useDocument, useEditor, useView } from '../editor-context.ts';
import { showFlow } from '../view-store.ts';

interface FlowPickerProps {
  label: string;
  hint?: string;
  value: string | undefined;
  /** `also` adds a flow that was made here, in the same edit. */
  onChange: (flow: string | undefined, also?: Command) => void;
}

/** Chooses a flow to run, goes there, or makes a new one. */
export function FlowPicker({ label, hint, value, onChange }: FlowPickerProps) {
  const { t } = useTranslation('kinds');
  const { view } = useEditor();
  const flows = useDocument((state) => state.file.flows);
  const shown = useView((state) => state.flow);
  const create = () => {
    const id = newId(
      'flow-',
      flows.map((flow) => flow.id),
    );
    const name = newName(
      t('field.newFlow'),
      flows.map((flow) => flow.name),
    );
    onChange(id, addCallableFlow(id, name));
  };
  return (
    <div>
      <Select
        label={label}
        description={hint}
        placeholder={t('field.flowPlaceholder')}
        searchable
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={flows.some(({ id }) => id === value) ? (value ?? null) : null}
        onChange={(id) => onChange(id ?? undefined)}
      />
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={create}>
          {t('field.newFlow')}
        </Button>
        {value !== undefined && value !== shown && flows.some(({ id }) => id === value) && (
          <Button
            size="xs"
            variant="default"
            rightSection={<ArrowRight size={14} aria-hidden />}
            onClick={() => showFlow(view, value)}
          >
            {t('field.goToFlow')}
          </Button>
        )}
      </Group>
    </div>
  );
}
