import { produce } from 'immer';
import { expect, test } from 'vitest';
import { draftFile } from '../testing/draft-file.ts';
import type { Command } from './document-store.ts';
import { addCallableFlow, duplicateFlow } from './flow-commands.ts';
import {
  addNode,
  canConnect,
  connect,
  editData,
  pasteFragment,
  removeNodes,
  toFragment,
} from './node-commands.ts';

const after = (...commands: Command[]) =>
  produce(draftFile(), (draft) => {
    for (const command of commands) command(draft);
  });
const edges = (...commands: Command[]) =>
  after(...commands).flows[0]?.edges.map(
    ({ source, sourceHandle, target }) => `${source}.${sourceHandle}>${target}`,
  );
const at = { x: 0, y: 0 };

test('a new step has its kind’s defaults and hangs behind the way out it was added from', () => {
  const file = after(
    addNode({ flow: 'main', id: 'n', type: 'ask', position: at, from: { node: 'menu', port: 'person' } }),
  );
  expect(file.flows[0]?.nodes.at(-1)).toMatchObject({ id: 'n', type: 'ask', data: { answer: 'text' } });
  expect(file.flows[0]?.edges.at(-1)).toMatchObject({ source: 'menu', sourceHandle: 'person', target: 'n' });
});

test('a step added where a way out led on already stands between, and the flow goes on behind it', () => {
  const between = (type: 'ask' | 'rating' | 'handoff-reply') =>
    edges(addNode({ flow: 'main', id: 'n', type, position: at, from: { node: 'hello', port: 'next' } }));
  expect(between('ask')).toEqual(expect.arrayContaining(['hello.next>n', 'n.answered>menu']));
  expect(between('rating')).toEqual(expect.arrayContaining(['hello.next>n', 'n.next>menu']));
  expect(between('handoff-reply')?.filter((edge) => edge.startsWith('n.'))).toEqual([]);
});

test('nothing leads into a beginning, but into a survey', () => {
  const from = { node: 'menu', port: 'person' };
  expect(edges(addNode({ flow: 'main', id: 'n', type: 'text-request', position: at, from }))).toHaveLength(3);
  expect(edges(addNode({ flow: 'main', id: 'n', type: 'start-survey', position: at, from }))).toHaveLength(4);
  const [flow] = draftFile().flows;
  expect(flow && canConnect(flow, 'menu', 'person', 'start')).toBe(false);
  expect(flow && canConnect(flow, 'menu', 'gone', 'hello')).toBe(false);
});

test('a way out that is connected again leads to the new step only', () => {
  expect(edges(connect('main', 'menu', 'order', 'menu'))).toEqual([
    'start.next>hello',
    'hello.next>menu',
    'menu.order>menu',
  ]);
});

test('a button that is taken away takes its connection with it', () => {
  const without = editData('main', 'menu', (data) => {
    data.options = [{ id: 'person', label: 'A person' }];
  });
  expect(edges(without)).toEqual(['start.next>hello', 'hello.next>menu']);
});

test('an emptied field is left out of the document', () => {
  const file = after(
    editData('main', 'hello', (data) => {
      data.text = undefined;
    }),
  );
  expect(Object.keys(file.flows[0]?.nodes[1]?.data ?? {})).toEqual([]);
});

test('deleting a step deletes what leads to it and from it', () => {
  expect(edges(removeNodes('main', ['hello']))).toEqual([]);
});

test('pasted steps have ids of their own and keep the connections between them', () => {
  const [flow] = draftFile().flows;
  if (!flow) throw new Error('The sample has a flow.');
  const { ids, command } = pasteFragment('main', toFragment(flow, ['hello', 'menu']), { x: 10, y: 20 });
  const pasted = after(command).flows[0];
  const [hello, menu] = ids;
  expect(pasted?.nodes.slice(3)).toMatchObject([
    { id: hello, position: { x: 350, y: 20 } },
    { id: menu, position: { x: 690, y: 20 } },
  ]);
  expect(new Set(pasted?.nodes.map(({ id }) => id)).size).toBe(5);
  expect(pasted?.edges.slice(3).map(({ source, target }) => [source, target])).toEqual([
    [hello, menu],
    [menu, hello],
  ]);
});

test('a copied flow stands behind its original; one made to be run begins by itself', () => {
  const file = after(duplicateFlow('main', 'copy', 'Copy'), addCallableFlow('sub', 'Sub'));
  expect(file.flows.map(({ id }) => id)).toEqual(['main', 'copy', 'other', 'sub']);
  expect(file.flows[1]).toMatchObject({ name: 'Copy', edges: file.flows[0]?.edges });
  expect(file.flows[3]?.nodes.map(({ type }) => type)).toEqual(['flow-start']);
});
