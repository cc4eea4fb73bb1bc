import { expect, it } from 'vitest';
import { toHolding } from './holding.ts';

const anna = { id: 'anna', name: 'Anna' };

it('tells how a conversation is held as one agent sees it', () => {
  expect(toHolding({ handler: 'queue', agent: anna }, 'anna')).toBe('waiting');
  expect(toHolding({ handler: 'agent', agent: anna }, 'anna')).toBe('mine');
  expect(toHolding({ handler: 'agent', agent: anna }, 'marek')).toBe('theirs');
  expect(toHolding({ handler: 'bot', agent: null }, 'anna')).toBe('bot');
  expect(toHolding({ handler: 'bot', agent: anna }, 'anna')).toBe('lent');
  expect(toHolding({ handler: 'bot', agent: anna }, 'marek')).toBe('theirs');
});
