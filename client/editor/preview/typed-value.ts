import type { VariableType } from '../../../shared/schema/bot-settings.ts';
import type { Value } from '../../../shared/schema/value.ts';

/** What typed words are worth in a variable of a type; undefined for nothing. */
export function toTypedValue(words: string, type: VariableType): Value | undefined {
  const text = words.trim();
  if (text === '') return undefined;
  if (type === 'number') {
    const number = Number(text.replace(',', '.'));
    return Number.isNaN(number) ? text : number;
  }
  if (type === 'boolean') return /^(true|1|yes|ja|tak|да)$/i.test(text);
  return text;
}
