import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowActions } from './RowActions.tsx';

interface PhraseRowProps {
  phrase: string;
  onChange: (phrase: string) => void;
  onRemove: () => void;
}

/** One phrase; what is typed counts when the field is left. */
export function PhraseRow({ phrase, onChange, onRemove }: PhraseRowProps) {
  const { t } = useTranslation('kinds');
  const [text, setText] = useState(phrase);
  const leave = () => {
    const words = text.trim();
    if (words === '') onRemove();
    else if (words !== phrase) onChange(words);
  };
  return (
    <Group component="li" gap={2} wrap="nowrap" style={{ listStyle: 'none' }}>
      <TextInput
        variant="unstyled"
        size="sm"
        flex={1}
        px={4}
        aria-label={t('field.phrase', { phrase })}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <RowActions name={phrase} onRemove={onRemove} />
    </Group>
  );
}
