import { Badge, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../../shared/text/localised.ts';
import { useDocument, useView } from '../editor-context.ts';
import { readFallback, readLanguage, toMissingLanguages, writeLanguage } from './localised-text.ts';
import { TemplateField } from './TemplateField.tsx';

interface TextFieldProps {
  label: string;
  hint?: string | undefined;
  value: Text | undefined;
  onChange: (value: Text) => void;
  placeholder?: string | undefined;
  multiline?: boolean;
  required?: boolean;
}

/** What customers read, in the language that is being edited; other languages show as what they fall back to. */
export function TextField({ value, onChange, placeholder, ...rest }: TextFieldProps) {
  const { t } = useTranslation('kinds');
  const languages = useDocument((state) => state.file.bot.languages);
  const language = useView((state) => state.language);
  const missing = toMissingLanguages(value, languages);
  return (
    <TemplateField
      {...rest}
      lang={language}
      value={readLanguage(value, language, languages)}
      placeholder={readFallback(value, language, languages) || placeholder}
      onChange={(words) => onChange(writeLanguage(value, language, languages, words))}
      aside={
        missing.length > 0 && (
          <Tooltip label={t('field.missingLanguages', { languages: missing.join(', ') })}>
            <Badge size="xs" color="gray" flex="none">
              {missing.join(' ')}
            </Badge>
          </Tooltip>
        )
      }
    />
  );
}
