import { Button, Group, Input, ScrollArea, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeAt, replaceAt } from './list-edits.ts';
import { PhraseRow } from './PhraseRow.tsx';

interface PhraseListProps {
  label: string;
  hint?: string;
  value: readonly string[] | undefined;
  onChange: (value: string[]) => void;
  /** How many there may be. */
  max?: number;
}

/** What customers may write, a phrase a line: add one by one, or paste many lines at once. */
export function PhraseList({ label, hint, value = [], onChange, max = 1000 }: PhraseListProps) {
  const { t } = useTranslation('kinds');
  const [text, setText] = useState('');
  const add = () => {
    onChange(addPhrases(value, text).slice(0, max));
    setText('');
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={label}
        description={hint}
        placeholder={t('field.phrasePlaceholder')}
        value={text}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || text.includes('\n')) return;
          event.preventDefault();
          add();
        }}
      />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('field.phraseCount', { count: value.length })}
        </Text>
        <Button
          size="xs"
          variant="default"
          disabled={text.trim() === '' || value.length >= max}
          onClick={add}
        >
          {t('field.addPhrases', { count: Math.max(1, toLines(text).length) })}
        </Button>
      </Group>
      {value.length > 0 && (
        <Input.Wrapper>
          <ScrollArea.Autosize mah={280} type="auto">
            <Stack gap={2} component="ul" p={0} m={0} aria-label={label}>
              {value.map((phrase, index) => (
                <PhraseRow
                  key={phrase}
                  phrase={phrase}
                  onChange={(next) => onChange([...new Set(replaceAt(value, index, next))])}
                  onRemove={() => onChange(removeAt(value, index))}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
        </Input.Wrapper>
      )}
    </Stack>
  );
}

/** Adds each line that is new; empty lines and what is there already are passed over. */
export function addPhrases(phrases: readonly string[], text: string): string[] {
  return [...new Set([...phrases, ...toLines(text)])];
}

function toLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().slice(0, 500))
    .filter((line) => line !== '');
}
