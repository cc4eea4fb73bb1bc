import i18next from 'i18next';
import { expect, test } from 'vitest';
import texts from '../../locales/en/kinds.json';
import { toWords } from '../kinds/words.ts';
import { draftFile } from '../testing/draft-file.ts';
import { toCanvasEdges, toCanvasNodes } from './canvas-elements.ts';

const { bot, flows } = draftFile();
const flow = flows[0] ?? { id: '', name: '', nodes: [], edges: [] };

async function loadWords() {
  await i18next.init({ lng: 'en', resources: { en: { kinds: texts } } });
  return toWords({ t: i18next.getFixedT('en', 'kinds'), screenLanguage: 'en', language: 'en', bot, flows });
}

test('a connection is told by the names of its steps and of its way out', async () => {
  const edges = toCanvasEdges(flow, await loadWords(), new Set(), []);
  expect(edges[0]?.ariaLabel).toMatch(/^A conversation begins: .+, next: Message: .+/);
});

test('every step that can be led into has its way in under the id that the canvas looks up', async () => {
  const words = await loadWords();
  const shown = { flow, words, selected: new Set<string>(), dragged: new Map(), toLabel: () => '' };
  const entrances = toCanvasNodes(shown, []).flatMap(({ handles }) =>
    (handles ?? []).filter(({ type }) => type === 'target'),
  );
  expect(entrances.length).toBeGreaterThan(0);
  expect(entrances.map(({ id }) => id)).toEqual(entrances.map(() => null));
});
