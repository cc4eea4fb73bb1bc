import { expect, test } from 'vitest';
import { variableSchema } from '../../../shared/schema/bot-settings.ts';
import { toVariableName } from './variable-name.ts';

test.each([
  ['Order number', 'order_number'],
  ['Numer zamówienia', 'numer_zamowienia'],
  ['Złoty klient', 'zloty_klient'],
  ['Номер на поръчка', 'nomer_na_porachka'],
  ['2nd address', 'v_2nd_address'],
  ['!', 'v'],
  ['rating', 'rating_2'],
  ['topic', 'topic_2'],
])('%s becomes %s', (label, name) => {
  expect(toVariableName(label, ['topic'])).toBe(name);
  expect(variableSchema.safeParse({ name }).success).toBe(true);
});
