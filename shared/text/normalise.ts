const withoutDecomposition: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ς: 'σ',
};

/**
 * What people type, made comparable: lower case without accents, letters and digits only, one space
 * between words. Latin letters lose every mark (`Żółć` is `zolc`), Cyrillic ones too (`й` is `и`, on
 * both sides of any comparison); an apostrophe within a word goes without a space (`don't` is `dont`).
 */
export function normalise(text: string): string {
  return isPlain(text) ? normalisePlain(text) : normaliseAny(text);
}

/** What most people type has no accents, and costs a tenth without looking for them. */
function isPlain(text: string): boolean {
  for (let place = 0; place < text.length; place += 1) if (text.charCodeAt(place) > 0x7f) return false;
  return true;
}

function normalisePlain(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(lower)) return lower;
  return lower
    .replace(/(?<=[a-z])['`](?=[a-z])/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function normaliseAny(text: string): string {
  return text
    .replace(/(?<=\p{L})['’‘ʼ`´](?=\p{L})/gu, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(/[ßłøđðþæœıħŋς]/g, (letter) => withoutDecomposition[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, normalised. */
export function toTokens(text: string): string[] {
  const normal = normalise(text);
  return normal === '' ? [] : normal.split(' ');
}
