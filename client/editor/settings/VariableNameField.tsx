import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReserved } from '../../../shared/kinds/rule.ts';
import { variableSchema } from '../../../shared/schema/bot-settings.ts';
import { usePerform } from '../editor-context.ts';
import { useSetting } from './use-settings.ts';
import { renameVariable } from './variable-commands.ts';

interface VariableNameFieldProps {
  name: string;
  error: string | undefined;
  onRenamed: (name: string) => void;
}

/** The name in texts, `{{order_number}}`. It changes everywhere at once, when the field is left. */
export function VariableNameField({ name, error, onRenamed }: VariableNameFieldProps) {
  const { t } = useTranslation('bot-settings');
  const perform = usePerform();
  const variables = useSetting('variables');
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  const problem = toNameProblem(
    wanted,
    variables.some((variable) => variable.name === wanted && wanted !== name),
  );
  const rename = () => {
    if (wanted === name || problem) return;
    perform(renameVariable(name, wanted));
    onRenamed(wanted);
  };
  return (
    <TextInput
      label={t('variables.name')}
      description={t('variables.nameHint', {
        example: `{{${name}}}`,
        interpolation: { skipOnVariables: true },
      })}
      value={typed}
      maxLength={63}
      spellCheck={false}
      autoCapitalize="off"
      error={problem ? t(`variables.${problem}`, { name: wanted }) : error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={rename}
      onKeyDown={(event) => event.key === 'Enter' && rename()}
    />
  );
}

function toNameProblem(name: string, taken: boolean): 'nameWrong' | 'nameReserved' | 'nameTaken' | null {
  if (!variableSchema.shape.name.safeParse(name).success) return 'nameWrong';
  if (isReserved(name)) return 'nameReserved';
  return taken ? 'nameTaken' : null;
}
