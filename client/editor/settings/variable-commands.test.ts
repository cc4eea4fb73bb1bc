import { produce } from 'immer';
import { expect, it } from 'vitest';
import { checkBot } from '../../../shared/checks/check-bot.ts';
import { sketch } from '../../../shared/interpreter/testing/sketch.ts';
import { toVariableUses } from './uses.ts';
import {
  editVariable,
  removeVariable,
  renameInTemplate,
  renameVariable,
  restoreVariable,
} from './variable-commands.ts';

const order = { name: 'order', label: 'Order', type: 'text', scope: 'conversation' } as const;
const file = sketch(
  {
    main: {
      ask: {
        type: 'ask',
        data: {
          variable: 'order',
          prompt: { en: 'Which, {{name|friend}}?', nl: '{{ order }}?' },
          answer: 'text',
          skipIfKnown: true,
          retries: 2,
        },
        to: { answered: 'look' },
      },
      look: {
        type: 'condition',
        data: { branches: [{ id: 'b', label: 'Known', all: [{ subject: 'order', op: 'known' }] }] },
        to: { b: 'call' },
      },
      call: {
        type: 'http-request',
        data: {
          method: 'GET',
          url: 'https://x.example/{{order|none}}',
          save: [{ path: 'id', variable: 'order' }],
          timeoutSeconds: 5,
        },
      },
      half: { type: 'message', data: {} },
      other: { type: 'message', data: { text: 'the order of {{reorder}}' } },
    },
  },
  {
    variables: [order, { ...order, name: 'name' }, { ...order, name: 'reorder' }],
    handoff: {
      ...sketch({}).bot.handoff,
      alternatives: [{ label: 'Ask about {{order}}', url: 'https://x.example/?o={{order}}' }],
    },
  },
);

it('renames a variable wherever it is asked for, inserted, compared or saved', () => {
  const renamed = produce(file, renameVariable('order', 'order_number'));
  const words = JSON.stringify(renamed);
  expect(words).not.toMatch(/"order"|\{\{\s*order\b(?!_)/);
  const [ask, look, call] = renamed.flows[0]!.nodes;
  expect(ask!.data).toMatchObject({
    variable: 'order_number',
    prompt: { en: 'Which, {{name|friend}}?', nl: '{{order_number}}?' },
  });
  expect(look!.data.branches).toMatchObject([{ all: [{ subject: 'order_number' }] }]);
  expect(call!.data).toMatchObject({
    url: 'https://x.example/{{order_number|none}}',
    save: [{ variable: 'order_number' }],
  });
  expect(renamed.bot.handoff.alternatives).toEqual([
    { label: 'Ask about {{order_number}}', url: 'https://x.example/?o={{order_number}}' },
  ]);
  const unknown = (bot: typeof file) => checkBot(bot).filter(({ code }) => code.startsWith('unknown-'));
  expect(unknown(renamed)).toEqual(unknown(file));
});

it('does not rename into a name that is taken', () => {
  expect(produce(file, renameVariable('order', 'name'))).toBe(file);
});

it('leaves words that only look like the variable', () => {
  expect(renameInTemplate('{{order}} {{reorder}} {{ order | order }} order {{order', 'order', 'id')).toBe(
    '{{id}} {{reorder}} {{id| order }} order {{order',
  );
});

it('lists the steps that use a variable, each once', () => {
  const uses = toVariableUses(file.flows);
  expect(uses.get('order')?.map(({ node }) => node.id)).toEqual(['ask', 'look', 'call']);
  expect(uses.get('reorder')?.map(({ node }) => node.id)).toEqual(['other']);
});

it('puts a deleted variable back to its place, once', () => {
  const without = produce(file, removeVariable('name'));
  expect(without.bot.variables.map(({ name }) => name)).toEqual(['order', 'reorder']);
  const back = produce(without, restoreVariable(file.bot.variables[1]!, 1));
  expect(back.bot.variables).toEqual(file.bot.variables);
  expect(produce(back, restoreVariable(file.bot.variables[1]!, 1))).toBe(back);
});

it('keeps options only with choices', () => {
  const toChoice = editVariable('order', (variable) => {
    variable.type = 'choice';
    variable.options = ['a', 'b'];
  });
  const toText = editVariable('order', (variable) => {
    variable.type = 'text';
  });
  const choice = produce(file, toChoice);
  expect(choice.bot.variables[0]).toMatchObject({ options: ['a', 'b'] });
  expect(produce(choice, toText).bot.variables[0]).toEqual(order);
});
