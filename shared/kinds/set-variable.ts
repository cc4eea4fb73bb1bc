import { z } from 'zod';
import type { VariableType } from '../schema/bot-settings.ts';
import { textSchema, writtenVariableSchema } from '../schema/fields.ts';
import type { Value } from '../schema/value.ts';
import { defineKind, leave, next } from './kind.ts';

/** Gives a variable a value, from text with other variables inserted. */
export const setVariable = defineKind({
  type: 'set-variable',
  family: 'decide',
  trigger: false,
  data: z.strictObject({ variable: writtenVariableSchema, value: z.union([textSchema, z.literal('')]) }),
  defaults: () => ({ value: '' }),
  ports: () => [next],
  enter: ({ data }, view) => {
    const value = toTyped(
      data.value === '' ? '' : view.render(data.value),
      view.variable(data.variable)?.type ?? 'text',
    );
    return { assign: value === null ? {} : { [data.variable]: value }, go: leave('next') };
  },
});

/**
 * The text as a value of the variable's type, or null where it is none: the variable then keeps its value.
 * Nothing makes a variable of any type unknown again.
 */
function toTyped(text: string, type: VariableType): Value | null {
  if (text.trim() === '') return '';
  if (type === 'number') {
    const number = Number(text.replace(',', '.'));
    return Number.isNaN(number) ? null : number;
  }
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(text.trim()) ? text.trim() : null;
  if (type === 'boolean') return text === 'true' || text === '1';
  return text;
}
