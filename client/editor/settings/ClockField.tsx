import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { parseClockTime } from './clock-time.ts';

interface ClockFieldProps {
  label: string;
  value: string;
  onChange: (time: string) => void;
  invalid: boolean;
}

/** A time of day, 24:00 included, which the browser's own field does not know. It counts when the field is left. */
export function ClockField({ label, value, onChange, invalid }: ClockFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const leave = () => {
    const time = parseClockTime(typed) ?? typed.trim();
    setTyped(time);
    if (time !== value) onChange(time);
  };
  return (
    <TextInput
      w={76}
      aria-label={label}
      inputMode="numeric"
      placeholder="09:00"
      maxLength={6}
      value={typed}
      error={invalid}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}
