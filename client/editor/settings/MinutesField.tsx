import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface MinutesFieldProps {
  label: string;
  hint: string;
  value: number;
  error: string | undefined;
  onChange: (minutes: number) => void;
}

/** A number of minutes; emptied it stays what it was. */
export function MinutesField({ label, hint, value, error, onChange }: MinutesFieldProps) {
  const { t } = useTranslation('bot-settings');
  const [typed, setTyped] = useState<number | string>(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <NumberInput
      label={label}
      description={hint}
      maw={320}
      min={0}
      decimalScale={2}
      suffix={` ${t('minutes')}`}
      value={typed}
      error={error}
      onChange={(next) => {
        setTyped(next);
        if (typeof next === 'number') onChange(next);
      }}
      onBlur={() => setTyped(value)}
    />
  );
}
