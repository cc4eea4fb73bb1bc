import { Input } from '@mantine/core';

/** What is wrong, below a field that cannot say it itself. */
export function FieldError({ sentence }: { sentence: string | undefined }) {
  return sentence === undefined ? null : <Input.Error mt={4}>{sentence}</Input.Error>;
}
