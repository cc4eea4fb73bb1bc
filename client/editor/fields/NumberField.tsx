import { NumberInput } from '@mantine/core';

interface NumberFieldProps {
  label: string;
  hint?: string | undefined;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  /** Written behind the number: minutes, seconds. */
  unit?: string;
  min?: number;
  max?: number;
  /** Digits behind the point; none when left out. */
  decimals?: number;
  placeholder?: string | undefined;
  required?: boolean;
}

/** A number with its unit. Emptied it is undefined. */
export function NumberField({ label, hint, value, onChange, unit, decimals = 0, ...rest }: NumberFieldProps) {
  return (
    <NumberInput
      {...rest}
      label={label}
      description={hint}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      suffix={unit ? ` ${unit}` : ''}
      decimalScale={decimals}
      clampBehavior="blur"
      thousandSeparator={false}
    />
  );
}
