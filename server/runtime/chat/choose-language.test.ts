import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

describe('the language of a conversation', () => {
  it.each([
    ['the first wish that the bot speaks', ['de', 'nl'], 'nl'],
    ['a language for its region', ['nl-BE'], 'nl'],
    ['the best of an Accept-Language header', ['pl;q=0.3, en;q=0.9, de'], 'en'],
    ['nothing that is refused', ['en;q=0, nl;q=0.1'], 'nl'],
    ['the bot’s first language where no wish fits', [undefined, 'ja', '*'], 'bg'],
    ['the bot’s first language for what is no language at all', ['', ';;;q=x'], 'bg'],
  ])('is %s', (_, wishes, expected) => {
    expect(chooseLanguage(['bg', 'nl', 'en', 'pl'], wishes)).toBe(expected);
  });
});
