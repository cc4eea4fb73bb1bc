import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Variable, VariableType } from '../../../shared/schema/bot-settings.ts';
import type { Command } from '../document/document-store.ts';
import { declareVariable } from '../document/flow-commands.ts';
import { useDocument } from '../editor-context.ts';
import { writableBuiltIns } from './built-in-variables.ts';
import { toVariableName } from './variable-name.ts';

interface VariablePickerProps {
  label: string;
  hint?: string | undefined;
  value: string | undefined;
  /** `also` declares a variable that was made here, in the same edit. */
  onChange: (name: string | undefined, also?: Command) => void;
  /** The type of a variable that is made here. */
  type?: VariableType;
}

const createValue = '\u0000create';

/** Chooses the variable that keeps something; typing a name that is not there makes it. */
export function VariablePicker({ label, hint, value, onChange, type = 'text' }: VariablePickerProps) {
  const { t } = useTranslation('kinds');
  const variables = useDocument((state) => state.file.bot.variables);
  const [search, setSearch] = useState('');
  const builtIns = writableBuiltIns.map((name) => ({
    value: name,
    label: t(`variable.${name.replace('.', '-')}`),
  }));
  const isBuiltIn = builtIns.some(({ label }) => label.toLowerCase() === search.trim().toLowerCase());
  const own = toOwn(
    variables,
    value,
    isBuiltIn ? '' : search,
    t('field.createVariable', { name: search.trim() }),
  );
  const data = [
    { group: t('field.ownVariables'), items: own },
    { group: t('field.builtIn'), items: builtIns },
  ];
  const choose = (chosen: string | null) => {
    if (chosen !== createValue) return onChange(chosen ?? undefined);
    const words = search.trim();
    const name = toVariableName(
      words,
      variables.map((variable) => variable.name),
    );
    onChange(name, declareVariable({ name, label: words, type, scope: 'conversation' }));
  };
  return (
    <Select
      label={label}
      description={hint}
      placeholder={t('field.variablePlaceholder')}
      searchable
      clearable
      required
      withAsterisk={false}
      data={data}
      value={value ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={choose}
      allowDeselect={false}
      selectFirstOptionOnChange
      onBlur={() => own[0]?.value === createValue && choose(createValue)}
      nothingFoundMessage={t('field.variableNone')}
      comboboxProps={{ withinPortal: true }}
      filter={({ options }) => options}
    />
  );
}

/** The declared variables that the search fits, the offer to make a new one, and the chosen one in any case. */
function toOwn(variables: readonly Variable[], value: string | undefined, search: string, create: string) {
  const wanted = search.trim().toLowerCase();
  const chosen = variables.find(({ name }) => name === value);
  const isName = chosen !== undefined && (chosen.label || chosen.name).toLowerCase() === wanted;
  const fits = variables.filter(
    ({ name, label }) => isName || wanted === '' || `${label ?? ''} ${name}`.toLowerCase().includes(wanted),
  );
  const items = fits.map(({ name, label }) => ({ value: name, label: label || name }));
  const known = variables.some(({ name, label }) =>
    [name, label].some((word) => word?.toLowerCase() === wanted),
  );
  if (wanted !== '' && !known) items.push({ value: createValue, label: create });
  if (value !== undefined && !value.includes('.') && !items.some((item) => item.value === value)) {
    items.push({ value, label: chosen?.label || value });
  }
  return items;
}
