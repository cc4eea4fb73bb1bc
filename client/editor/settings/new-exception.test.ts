import { expect, it } from 'vitest';
import { toNewException } from './new-exception.ts';

const today = new Date(2026, 11, 24, 15);

it('proposes today, closed, or the first day after it that is not listed yet', () => {
  const hours = { timezone: 'UTC', week: {}, exceptions: [] };
  expect(toNewException(hours, today)).toEqual({ date: '2026-12-24', open: [] });
  const taken = ['2026-12-24', '2026-12-25'].map((date) => ({ date, open: [] }));
  expect(toNewException({ ...hours, exceptions: taken }, today)).toEqual({ date: '2026-12-26', open: [] });
});
