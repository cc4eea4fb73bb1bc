import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Variable, variableTypes } from '../../../shared/schema/bot-settings.ts';
import { usePerform } from '../editor-context.ts';
import { VariableOptions } from '../fields/VariableOptions.tsx';
import { FieldError } from './FieldError.tsx';
import { UsedIn } from './UsedIn.tsx';
import { useNotifyDeleted } from './use-notify-deleted.tsx';
import { useErrorAt } from './use-settings.ts';
import { useVariableUses } from './use-uses.ts';
import { VariableNameField } from './VariableNameField.tsx';
import { editVariable, removeVariable, restoreVariable } from './variable-commands.ts';

interface VariableFieldsProps {
  variable: Variable;
  index: number;
  onRenamed: (name: string) => void;
}

const scopes = ['conversation', 'contact'] as const;

/** Everything about one variable. */
export function VariableFields({ variable, index, onRenamed }: VariableFieldsProps) {
  const { t } = useTranslation('bot-settings');
  const perform = usePerform();
  const errorAt = useErrorAt();
  const notifyDeleted = useNotifyDeleted();
  const uses = useVariableUses(variable.name);
  const { name, label, type, scope } = variable;
  const change = (edit: (variable: Variable) => void, gesture?: string) =>
    perform(editVariable(name, edit), gesture);
  const remove = () => {
    perform(removeVariable(name));
    notifyDeleted(label || name, restoreVariable(variable, index));
  };
  return (
    <Stack gap="sm">
      <TextInput
        label={t('variables.label')}
        description={t('variables.labelHint')}
        value={label ?? ''}
        maxLength={100}
        error={errorAt('variables', index, 'label')}
        onChange={({ currentTarget: { value } }) =>
          change((found) => {
            found.label = value;
          }, `variable-label-${name}`)
        }
      />
      <VariableNameField name={name} error={errorAt('variables', index, 'name')} onRenamed={onRenamed} />
      <Select
        label={t('variables.typeLabel')}
        allowDeselect={false}
        data={variableTypes.map((value) => ({ value, label: t(`variables.type.${value}`) }))}
        value={type}
        onChange={(value) =>
          change((found) => {
            found.type = variableTypes.find((one) => one === value) ?? found.type;
            if (found.type === 'choice') found.options ??= [];
          })
        }
      />
      {type === 'choice' && (
        <div>
          <VariableOptions variable={name} />
          <FieldError sentence={errorAt('variables', index, 'options')} />
        </div>
      )}
      <Select
        label={t('variables.scopeLabel')}
        description={t(`variables.scopeHint.${scope}`)}
        allowDeselect={false}
        data={scopes.map((value) => ({ value, label: t(`variables.scope.${value}`) }))}
        value={scope}
        onChange={(value) =>
          change((found) => {
            found.scope = value === 'contact' ? 'contact' : 'conversation';
          })
        }
      />
      <UsedIn uses={uses} />
      <Group>
        <Button size="xs" variant="default" leftSection={<Trash2 size={14} aria-hidden />} onClick={remove}>
          {t('variables.delete')}
        </Button>
      </Group>
    </Stack>
  );
}
