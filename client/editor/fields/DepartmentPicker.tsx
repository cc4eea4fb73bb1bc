import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../editor-context.ts';

interface DepartmentPickerProps {
  label?: string;
  hint?: string;
  value: string | undefined;
  onChange: (department: string | undefined) => void;
}

/** Chooses one of the bot's departments; none means everybody. */
export function DepartmentPicker({ label, hint, value, onChange }: DepartmentPickerProps) {
  const { t } = useTranslation('kinds');
  const departments = useDocument((state) => state.file.bot.departments);
  const known = departments.map(({ id, name }) => ({ value: id, label: name }));
  const data =
    value !== undefined && !known.some((item) => item.value === value)
      ? [...known, { value, label: value }]
      : known;
  return (
    <Select
      label={label ?? t('field.department')}
      description={hint}
      placeholder={t('field.anyDepartment')}
      clearable
      data={data}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      nothingFoundMessage={t('field.noDepartments')}
    />
  );
}
