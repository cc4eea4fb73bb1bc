import { produce } from 'immer';
import { expect, it } from 'vitest';
import { sketch } from '../../../shared/interpreter/testing/sketch.ts';
import { setLanguages } from './language-commands.ts';

const file = sketch(
  {
    main: {
      a: { type: 'message', data: { text: 'Hello', suggestions: ['Yes', { en: 'No', nl: 'Nee' }] } },
      b: { type: 'message', data: {} },
    },
  },
  {
    languages: ['en', 'nl'],
    handoff: { ...sketch({}).bot.handoff, alternatives: [{ label: 'Call us', url: 'tel:+311' }] },
  },
);

it('remembers in which language texts were written when another becomes the default', () => {
  const changed = produce(file, setLanguages(['nl', 'en']));
  expect(changed.bot.languages).toEqual(['nl', 'en']);
  expect(changed.flows[0]!.nodes[0]!.data).toEqual({
    text: { en: 'Hello' },
    suggestions: [{ en: 'Yes' }, { en: 'No', nl: 'Nee' }],
  });
  expect(changed.bot.handoff.alternatives).toEqual([{ label: { en: 'Call us' }, url: 'tel:+311' }]);
});

it('leaves texts alone while the default stays', () => {
  const changed = produce(file, setLanguages(['en', 'nl', 'pl']));
  expect(changed.flows).toBe(file.flows);
});
