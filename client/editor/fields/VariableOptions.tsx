import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocument, usePerform } from '../editor-context.ts';

/** The values that a variable of the type choice may have; they belong to the variable, wherever it is asked for. */
export function VariableOptions({ variable }: { variable: string }) {
  const { t } = useTranslation('kinds');
  const perform = usePerform();
  const options = useDocument(
    (state) => state.file.bot.variables.find(({ name }) => name === variable)?.options,
  );
  const change = (next: string[]) =>
    perform((file) => {
      const found = file.bot.variables.find(({ name }) => name === variable);
      if (!found) return;
      found.type = 'choice';
      found.options = next;
    }, `options:${variable}`);
  return (
    <TagsInput
      label={t('field.variableOptions')}
      description={t('field.variableOptionsHint')}
      placeholder={t('field.variableOptionsAdd')}
      value={options ?? []}
      maxTags={100}
      onChange={change}
    />
  );
}
