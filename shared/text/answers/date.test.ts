import { expect, test } from 'vitest';
import { parseDate } from './date.ts';

const today = '2026-11-21'; // a Saturday

test.each([
  ['my order of 2026-12-24', '2026-12-24'],
  ['24.12.2026 r.', '2026-12-24'],
  ['24/12/26', '2026-12-24'],
  ['1-2-2026', '2026-02-01'],
  ['24/12', '2026-12-24'],
  ['24.12.', '2026-12-24'],
  ['24 december', '2026-12-24'],
  ['December 24th, 2025', '2025-12-24'],
  ['the 3rd of March', '2027-03-03'],
  ['5 november', '2026-11-05'],
  ['5 stycznia', '2027-01-05'],
  ['1 mrt', '2027-03-01'],
  ['3 март 2027 г.', '2027-03-03'],
  ['29 february', '2028-02-29'],
])('%s is %s', (text, date) => {
  expect(parseDate(text, { today, language: 'nl' })).toBe(date);
});

test.each([
  ['today', today],
  ['morgen graag', '2026-11-22'],
  ['overmorgen', '2026-11-23'],
  ['the day before yesterday', '2026-11-19'],
  ['wczoraj', '2026-11-20'],
  ['pojutrze', '2026-11-23'],
  ['утре', '2026-11-22'],
  ['in 3 days', '2026-11-24'],
  ['za 2 tygodnie', '2026-12-05'],
  ['2 weken geleden', '2026-11-07'],
  ['преди 2 дни', '2026-11-19'],
  ['след 5 дни', '2026-11-26'],
  ['friday', '2026-11-27'],
  ['saturday', '2026-11-28'],
  ['last saturday', '2026-11-14'],
  ['vorige maandag', '2026-11-16'],
  ['w piątek', '2026-11-27'],
  ['в сряда', '2026-11-25'],
])('%s, said on 21 November 2026, is %s', (text, date) => {
  expect(parseDate(text, { today })).toBe(date);
});

test('the month stands first for Americans, and where nothing else makes a date in English', () => {
  expect(parseDate('3/4/2026', { today, language: 'en-US' })).toBe('2026-03-04');
  expect(parseDate('3/4/2026', { today, language: 'en' })).toBe('2026-04-03');
  expect(parseDate('12/25/2026', { today, language: 'en' })).toBe('2026-12-25');
  expect(parseDate('12/25/2026', { today, language: 'nl' })).toBe(null);
});

test.each([
  '31-02-2026',
  '99/99',
  'goede morgen',
  'may I ask',
  '12',
  '2-3 dagen',
  '',
  '32 december',
  '2026-13-01',
])('%s is no date', (text) => {
  expect(parseDate(text, { today, language: 'nl' })).toBe(null);
});
