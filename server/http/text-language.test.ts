import { expect, test } from 'vitest';
import { matchLanguage, toTextLanguage } from './text-language.ts';

test.each([
  ['nl-BE,nl;q=0.9,en;q=0.5', 'nl'],
  ['de, pl;q=0.4, bg;q=0.8', 'bg'],
  ['fr', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  ['pl;q=0, bg;q=0.1', 'bg'],
  [`${'x,'.repeat(10_000)}nl`, 'en'],
  ['nl;q=abc, ;;;,==', 'en'],
])('of %s the server speaks %s', (header, language) => {
  expect(toTextLanguage(header)).toBe(language);
});

test('a bot answers in the closest of its own languages, else in its first', () => {
  expect(matchLanguage(['nl-BE, fr;q=0.5'], ['fr', 'nl'])).toBe('nl');
  expect(matchLanguage(['pt'], ['en', 'pt-BR'])).toBe('pt-BR');
  expect(matchLanguage(['zh-TW'], ['zh-CN', 'zh-TW'])).toBe('zh-TW');
  expect(matchLanguage(['ja'], ['pl', 'en'])).toBe('pl');
});

test.each([
  ['the first wish that the bot speaks', ['de', 'nl'], 'nl'],
  ['the page’s before the browser’s', [undefined, 'pl', 'en;q=0.9, nl'], 'pl'],
  ['nothing that is refused', ['en;q=0, nl;q=0.1'], 'nl'],
  ['the bot’s first language where no wish fits', [undefined, 'ja', '*', ''], 'bg'],
])('a conversation takes %s', (_, wishes, expected) => {
  expect(matchLanguage(wishes, ['bg', 'nl', 'en', 'pl'])).toBe(expected);
});
