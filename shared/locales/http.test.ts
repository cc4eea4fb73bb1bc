import { expect, test } from 'vitest';
import { toTemplateVariables } from '../text/template.ts';
import { http as bg } from './bg/http.ts';
import { http as en } from './en/http.ts';
import { http as nl } from './nl/http.ts';
import { http as pl } from './pl/http.ts';

/** Every sentence of a tree of texts, by its place. */
function toSentences(tree: object, place = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${place}${key}`, value]] : toSentences(value, `${place}${key}.`),
  );
}

const english = new Map(toSentences(en));

test.each([
  ['nl', nl],
  ['pl', pl],
  ['bg', bg],
])('%s says everything that English says, with the same values in it', (_, texts) => {
  for (const [place, sentence] of toSentences(texts)) {
    const values = toTemplateVariables(english.get(place) ?? '').sort();
    expect([place, toTemplateVariables(sentence).sort()]).toEqual([place, values]);
    expect([place, sentence.trim()]).not.toEqual([place, '']);
  }
  expect(
    toSentences(texts)
      .map(([place]) => place)
      .sort(),
  ).toEqual([...english.keys()].sort());
});
