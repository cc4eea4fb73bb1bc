import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DraftNode } from '../../../shared/kinds/document.ts';
import { kinds } from '../../../shared/kinds/index.ts';
import texts from '../../locales/en/kinds.json';
import { toCard } from '../canvas/card.ts';
import { draftFile } from '../testing/draft-file.ts';
import { kindViewOf } from './index.ts';
import { toPieces, toPlain, toWords, type Words } from './words.ts';

let words: Words;

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    resources: { en: { kinds: texts } },
    interpolation: { escapeValue: false },
  });
  const { bot, flows } = draftFile();
  words = toWords({ t: i18next.getFixedT('en', 'kinds'), screenLanguage: 'en', language: 'en', bot, flows });
});

describe.each(kinds.map(({ type, defaults }) => ({ type, defaults })))('$type', ({ type, defaults }) => {
  test('has a name, a hint and a sentence even before anything is filled in', () => {
    for (const data of [defaults(), {}]) {
      const sentence = toPlain(kindViewOf(type).sentence(data as Record<string, unknown>, words));
      expect(sentence).not.toBe('');
      expect(sentence).not.toContain(`${type}.`);
    }
    expect([words.t(`${type}.label`), words.t(`${type}.hint`)]).not.toContain(expect.stringContaining(type));
  });
});

test('a question reads like a sentence, with what is asked for in bold', () => {
  const sentence = kindViewOf('ask').sentence(
    { variable: 'order_number', answer: 'order-number', example: 'AB-123456' },
    words,
  );
  expect(toPieces(sentence)).toEqual([
    { text: 'Ask for ', strong: false },
    { text: 'Order number', strong: true },
    { text: ', like AB-123456', strong: false },
  ]);
});

test('variables in a message are shown by the names that the designer gave them', () => {
  const sentence = kindViewOf('message').sentence(
    { text: 'Order {{order_number|unknown}}, {{contact.name}}' },
    words,
  );
  expect(sentence).toBe('Order ‹Order number›, ‹Customer: name›');
});

test('a card is as tall as its sentence and its ways out need', () => {
  const toNode = (type: DraftNode['type'], data: DraftNode['data']): DraftNode => ({
    id: 'n',
    type,
    position: { x: 0, y: 0 },
    data,
  });
  const short = toCard(toNode('message', { text: 'Hi' }), words);
  const long = toCard(toNode('message', { text: 'word '.repeat(200) }), words);
  const choice = toCard(draftFile().flows[0]!.nodes[2]!, words);
  expect([short.lines, long.lines]).toEqual([1, 3]);
  expect(long.height - short.height).toBe(40);
  expect(choice.ports.map(({ id }) => id)).toEqual(['order', 'person', 'other']);
  expect(choice.height - choice.portsTop).toBe(3 * 28 + 6);
});
