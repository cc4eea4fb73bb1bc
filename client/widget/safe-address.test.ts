import { expect, test } from 'vitest';
import { toSafeAddress } from './safe-address.ts';

const base = 'https://chat.example';

test('addresses of the server are made whole, others stay', () => {
  expect(toSafeAddress('/api/chat/assets/1/robin', base)).toBe(
    'https://chat.example/api/chat/assets/1/robin',
  );
  expect(toSafeAddress('https://shop.example/a', base)).toBe('https://shop.example/a');
  expect(toSafeAddress('tel:+31201234567', base)).toBe('tel:+31201234567');
});

test('what could run is no address', () => {
  for (const address of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    '',
  ])
    expect(toSafeAddress(address, base)).toBeUndefined();
});

test('what hides its scheme becomes a harmless address of the server', () => {
  expect(toSafeAddress(' javascript:alert(1)', base)).toMatch(/^https:\/\/chat\.example/);
});
