import { expect, it } from 'vitest';
import { parseClockTime } from './clock-time.ts';

it('reads times as people type them', () => {
  const typed = ['9', '930', '9:30', '9.30', '17h', '17h30', ' 08:05 ', '24:00', '0000'];
  expect(typed.map(parseClockTime)).toEqual([
    '09:00',
    '09:30',
    '09:30',
    '09:30',
    '17:00',
    '17:30',
    '08:05',
    '24:00',
    '00:00',
  ]);
});

it('refuses what no clock shows', () => {
  expect(['', '25', '24:01', '9:60', 'noon'].map(parseClockTime)).toEqual([null, null, null, null, null]);
});
