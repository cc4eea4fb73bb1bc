import { ActionIcon, Menu, ScrollArea } from '@mantine/core';
import { Braces } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../editor-context.ts';
import { builtInVariables } from './built-in-variables.ts';

/** A menu of all that may be inserted into a text; gives `{{name}}`. */
export function InsertVariable({ onInsert }: { onInsert: (placeholder: string) => void }) {
  const { t } = useTranslation('kinds');
  const variables = useDocument((state) => state.file.bot.variables);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('field.insertVariable')} title={t('field.insertVariable')}>
          <Braces size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={320}>
          {variables.length > 0 && <Menu.Label>{t('field.ownVariables')}</Menu.Label>}
          {variables.map(({ name, label }) => (
            <Menu.Item key={name} onClick={() => onInsert(`{{${name}}}`)}>
              {label || name}
            </Menu.Item>
          ))}
          <Menu.Label>{t('field.builtIn')}</Menu.Label>
          {builtInVariables.map((name) => (
            <Menu.Item key={name} onClick={() => onInsert(`{{${name}}}`)}>
              {t(`variable.${name.replace('.', '-')}`)}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
