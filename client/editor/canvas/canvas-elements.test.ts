import i18next from 'i18next';
import { expect, test } from 'vitest';
import texts from '../../locales/en/kinds.json';
import { toWords } from '../kinds/words.ts';
import { draftFile } from '../testing/draft-file.ts';
import { toCanvasNodes } from './canvas-elements.ts';

test('every step that can be led into has its way in under the id that the canvas looks up', async () => {
  await i18next.init({ lng: 'en', resources: { en: { kinds: texts } } });
  const { bot, flows } = draftFile();
  const flow = flows[0];
  if (!flow) throw new Error('The sample has no flow.');
  const words = toWords({
    t: i18next.getFixedT('en', 'kinds'),
    screenLanguage: 'en',
    language: 'en',
    bot,
    flows,
  });
  const shown = { flow, words, selected: new Set<string>(), dragged: new Map(), toLabel: () => '' };
  const entrances = toCanvasNodes(shown, []).flatMap(({ handles }) =>
    (handles ?? []).filter(({ type }) => type === 'target'),
  );
  expect(entrances.length).toBeGreaterThan(0);
  expect(entrances.map(({ id }) => id)).toEqual(entrances.map(() => null));
});
