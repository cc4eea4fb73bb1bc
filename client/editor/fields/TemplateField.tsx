import { Group, Input, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useId, useRef } from 'react';
import { InsertVariable } from './InsertVariable.tsx';

export interface TemplateFieldProps {
  label: string;
  hint?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  /** Grows with what is written; else a single line. */
  multiline?: boolean;
  required?: boolean;
  /** Stands beside the label. */
  aside?: ReactNode;
  lang?: string;
  maxLength?: number;
}

/** A text of one language into which variables may be inserted at the cursor. */
export function TemplateField(props: TemplateFieldProps) {
  const {
    label,
    hint,
    value,
    onChange,
    placeholder,
    multiline,
    required,
    aside,
    lang,
    maxLength = 5000,
  } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const insert = (placeholderText: string) => {
    const from = field.current?.selectionStart ?? value.length;
    const to = field.current?.selectionEnd ?? from;
    onChange(value.slice(0, from) + placeholderText + value.slice(to));
    const cursor = from + placeholderText.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(cursor, cursor);
    });
  };
  const shared = {
    id,
    ref: field,
    value,
    placeholder,
    maxLength,
    lang,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div>
      <Group justify="space-between" gap={4} wrap="nowrap" mb={2}>
        <Input.Label htmlFor={id} required={required ?? false}>
          {label}
        </Input.Label>
        <Group gap={4} wrap="nowrap">
          {aside}
          <InsertVariable onInsert={insert} />
        </Group>
      </Group>
      {multiline ? <Textarea {...shared} autosize minRows={2} maxRows={12} /> : <TextInput {...shared} />}
      {hint && (
        <Input.Description id={`${id}-hint`} mt={4}>
          {hint}
        </Input.Description>
      )}
    </div>
  );
}
