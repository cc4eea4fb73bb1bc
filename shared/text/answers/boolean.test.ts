import { expect, test } from 'vitest';
import { parseBoolean } from './boolean.ts';

test.each([
  'yes',
  'Yes, connect me',
  'OK!',
  'sure, thanks',
  'ja graag',
  'Jazeker',
  'tak proszę',
  'Oczywiście',
  'да, моля',
  'разбира се',
])('%s is yes', (text) => {
  expect(parseBoolean(text)).toBe(true);
});

test.each([
  'no',
  'No thanks',
  'nope. I want my money',
  'nee hoor',
  'liever niet',
  'nie, dziękuję',
  'nie chcę',
  'Не, благодаря',
  'няма нужда',
])('%s is no', (text) => {
  expect(parseBoolean(text)).toBe(false);
});

test.each(['', 'thanks', 'yes and no', 'no problem', 'nie wiem', 'не знам', 'where is my order', 'not sure'])(
  '%s is neither',
  (text) => {
    expect(parseBoolean(text)).toBe(null);
  },
);
