import { Accordion, Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Variable } from '../../../shared/schema/bot-settings.ts';
import { newName } from '../document/new-id.ts';
import { toVariableName } from '../fields/variable-name.ts';
import { Section } from './Section.tsx';
import { useEditSettings, useSetting } from './use-settings.ts';
import { VariableFields } from './VariableFields.tsx';

const searchFrom = 8;

/** What the bot can remember, with where each is used. */
export function VariablesSection() {
  const { t } = useTranslation('bot-settings');
  const variables = useSetting('variables');
  const edit = useEditSettings();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const add = () => {
    const label = newName(
      t('variables.new'),
      variables.map((variable) => variable.label ?? ''),
    );
    const name = toVariableName(
      label,
      variables.map((variable) => variable.name),
    );
    edit((bot) => {
      bot.variables.push({ name, label, type: 'text', scope: 'conversation' });
    });
    setSearch('');
    setOpen(name);
  };
  const wanted = search.trim().toLowerCase();
  const shown = variables
    .map((variable, index) => ({ variable, index }))
    .filter(({ variable: { name, label } }) => `${name} ${label ?? ''}`.toLowerCase().includes(wanted));
  return (
    <Section counts="published" title={t('part.variables')} hint={t('variables.hint')}>
      {variables.length >= searchFrom && (
        <TextInput
          aria-label={t('variables.search')}
          placeholder={t('variables.search')}
          leftSection={<Search size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(variables.length === 0 ? 'variables.none' : 'variables.noneFound')}
        </Text>
      )}
      {shown.length > 0 && (
        <Accordion variant="contained" value={open} onChange={setOpen} keepMounted={false}>
          {shown.map(({ variable, index }) => (
            <Accordion.Item key={`${index}-${variable.name}`} value={variable.name}>
              <Accordion.Control>
                <VariableTitle variable={variable} />
              </Accordion.Control>
              <Accordion.Panel>
                <VariableFields variable={variable} index={index} onRenamed={setOpen} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
      <Group>
        <Button variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
          {t('variables.add')}
        </Button>
      </Group>
    </Section>
  );
}

function VariableTitle({ variable: { name, label, type } }: { variable: Variable }) {
  const { t } = useTranslation('bot-settings');
  return (
    <Group gap="xs">
      <Text size="sm" fw={600}>
        {label || name}
      </Text>
      {label && (
        <Text size="xs" c="dimmed">
          {name}
        </Text>
      )}
      <Badge size="sm" color="gray">
        {t(`variables.type.${type}`)}
      </Badge>
    </Group>
  );
}
