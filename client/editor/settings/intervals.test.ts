import { expect, it } from 'vitest';
import { toNextInterval } from './intervals.ts';

it('begins with office hours, and goes on after the last hours of the day', () => {
  expect(toNextInterval([])).toEqual(['09:00', '17:00']);
  expect(toNextInterval([['09:00', '12:30']])).toEqual(['13:00', '17:00']);
  expect(toNextInterval([['09:00', '21:00']])).toEqual(['22:00', '24:00']);
  expect(toNextInterval([['09:00', '24:00']])).toEqual(['23:00', '24:00']);
});
