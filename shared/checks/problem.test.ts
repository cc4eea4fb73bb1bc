import { expect, test } from 'vitest';
import { problems as bg } from '../locales/bg/problems.ts';
import { problems as en } from '../locales/en/problems.ts';
import { problems as nl } from '../locales/nl/problems.ts';
import { problems as pl } from '../locales/pl/problems.ts';
import { toTemplateVariables } from '../text/template.ts';
import { toProblem } from './problem.ts';

test.each(Object.entries({ nl, pl, bg }))(
  'every sentence in %s inserts what the English one inserts',
  (_language, sentences) => {
    const toInserted = (words: Readonly<Record<string, string>>) =>
      Object.entries(words).map(([key, sentence]) => [key, toTemplateVariables(sentence).toSorted()]);
    expect(toInserted(sentences)).toEqual(toInserted(en));
  },
);

test('what a designer typed is inserted as it is, never filled in again', () => {
  const problem = toProblem({ code: 'unknown-flow', path: [], values: { id: '{{name}}' } }, {}, 'en');
  expect(problem.message).toContain('“{{name}}”');
});

test('a language that Baton does not speak is answered in English', () => {
  const found = { code: 'no-start', path: ['flows'] } as const;
  expect(toProblem({ ...found, path: ['flows'] }, {}, 'fr').message).toBe(en['no-start']);
});

test('languages are called by their names in the reader’s language', () => {
  const found = { code: 'missing-translation' as const, path: [], values: { language: { language: 'bg' } } };
  expect(toProblem(found, {}, 'nl').message).toContain('Bulgaars');
});
