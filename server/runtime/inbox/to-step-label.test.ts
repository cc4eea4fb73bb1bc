import { expect, it } from 'vitest';
import { compileBot, findNode } from '../../../shared/graph/compile.ts';
import { draftFileSchema } from '../../../shared/kinds/document.ts';
import { currentFormat } from '../../../shared/schema/flow.ts';
import { toStepLabel } from './to-step-label.ts';

function toLabel(type: string, data: object, language = 'en'): string | undefined {
  const release = compileBot(
    draftFileSchema.parse({
      format: currentFormat,
      bot: {
        name: 'Shop',
        languages: ['en', 'nl'],
        variables: [{ name: 'order_number', label: 'Order number' }],
      },
      flows: [
        {
          id: 'main',
          name: 'Main',
          nodes: [{ id: 'step', type, position: { x: 0, y: 0 }, data }],
          edges: [],
        },
      ],
    }),
  );
  const node = findNode(release, { flow: 'main', node: 'step' });
  if (!node) throw new Error('The step is not in the release.');
  return toStepLabel(node, release, { language, flowNames: new Map([['returns', 'Returns']]) }).label;
}

const question = { en: 'What is your order number?', nl: 'Wat is je bestelnummer?' };

it.each([
  [
    'a question by what it asks',
    'ask',
    { variable: 'order_number', prompt: question, answer: 'text' },
    question.en,
  ],
  ['a message on one line', 'message', { text: 'Hello\n\nthere' }, 'Hello there'],
  [
    'a variable in a text by its label',
    'message',
    { text: 'Order {{order_number|none}}.' },
    'Order ‹Order number›.',
  ],
  ['a request by its first phrase', 'text-request', { phrases: ['where is it', 'track'] }, 'where is it'],
  ['another flow by its name', 'run-flow', { flow: 'returns', return: true }, 'Returns'],
  [
    'a condition by its ways',
    'condition',
    {
      branches: [
        { id: 'a', label: 'Open', all: [{ subject: 'order_number', op: 'known' }] },
        { id: 'b', label: 'Known', all: [{ subject: 'order_number', op: 'known' }] },
      ],
    },
    'Open · Known',
  ],
  ['tags by their names', 'tag', { add: ['vip', 'return'] }, 'vip · return'],
  [
    'a value by the variable that takes it',
    'set-variable',
    { variable: 'order_number', value: 'x' },
    'Order number',
  ],
  ['nothing where a step has no words', 'end', {}, undefined],
  // An address may hold a key; agents need not read it.
  [
    'no address of another system',
    'http-request',
    { method: 'GET', url: 'https://shop.example/?key=1' },
    undefined,
  ],
])('names %s', (_, type, data, label) => {
  expect(toLabel(type, data)).toBe(label);
});

it('names a step in the language of the conversation', () => {
  expect(toLabel('message', { text: question }, 'nl')).toBe(question.nl);
});

it('keeps a label to eighty characters and cuts no emoji in half', () => {
  const label = toLabel('message', { text: `${'a'.repeat(78)}😀 and more` });
  expect(label).toBe(`${'a'.repeat(78)}…`);
});
