import { produce } from 'immer';
import { expect, test } from 'vitest';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { draftFile } from '../testing/draft-file.ts';
import type { Command } from './document-store.ts';
import { addFlow, declareVariable, removeFlow, renameFlow } from './flow-commands.ts';
import { mergeFiles } from './merge.ts';
import { addNode, connect, editData, removeNodes } from './node-commands.ts';

const base = draftFile();
const edit = (command: Command): DraftFile => produce(base, (draft) => void command(draft));
const say = (node: string, text: string) =>
  editData('main', node, (data) => {
    data.text = text;
  });

test('changes of different steps, flows and settings are all kept', () => {
  const mine = edit((file) => {
    say('hello', 'Mine')(file);
    declareVariable({ name: 'mine', type: 'text', scope: 'conversation' })(file);
    file.bot.name = 'My shop';
  });
  const theirs = edit((file) => {
    say('menu', 'Theirs')(file);
    addFlow('new', 'New')(file);
    removeFlow('other')(file);
    declareVariable({ name: 'theirs', type: 'text', scope: 'conversation' })(file);
    file.bot.languages = ['en'];
  });
  const { file, conflicts } = mergeFiles(base, mine, theirs, 'mine');
  expect(conflicts).toEqual([]);
  expect(file.flows[0]?.nodes.map(({ data }) => data.text)).toEqual([undefined, 'Mine', 'Theirs']);
  expect(file.flows.map(({ id }) => id)).toEqual(['main', 'new']);
  expect(file.bot).toMatchObject({ name: 'My shop', languages: ['en'] });
  expect(file.bot.variables.map(({ name }) => name)).toEqual(['order_number', 'theirs', 'mine']);
});

test('one step changed by both is a conflict, and the chosen side wins it', () => {
  const [mine, theirs] = [edit(say('hello', 'Mine')), edit(say('hello', 'Theirs'))];
  const merged = mergeFiles(base, mine, theirs, 'mine');
  expect(merged.conflicts).toEqual([{ what: 'step', id: 'hello', flow: 'main' }]);
  expect(merged.file.flows[0]?.nodes[1]?.data.text).toBe('Mine');
  expect(mergeFiles(base, mine, theirs, 'theirs').file.flows[0]?.nodes[1]?.data.text).toBe('Theirs');
});

test('the same change by both is none to settle', () => {
  expect(mergeFiles(base, edit(say('hello', 'Same')), edit(say('hello', 'Same')), 'mine').conflicts).toEqual(
    [],
  );
});

test('a step that one deleted and the other changed is a conflict; to what was deleted nothing leads', () => {
  const mine = edit(removeNodes('main', ['hello']));
  const theirs = edit(say('hello', 'Theirs'));
  const merged = mergeFiles(base, mine, theirs, 'mine');
  expect(merged.conflicts).toEqual([{ what: 'step', id: 'hello', flow: 'main' }]);
  expect(merged.file.flows[0]?.edges).toEqual([]);
});

test('a new connection to a step that the other deleted goes with the step', () => {
  const mine = edit((file) => {
    addNode({ flow: 'main', id: 'more', type: 'message', position: { x: 0, y: 0 } })(file);
    connect('main', 'more', 'next', 'menu')(file);
  });
  const { file } = mergeFiles(base, mine, edit(removeNodes('main', ['menu'])), 'mine');
  expect(file.flows[0]?.nodes.map(({ id }) => id)).toEqual(['start', 'hello', 'more']);
  expect(file.flows[0]?.edges.map(({ id }) => id)).toEqual(['e1']);
});

test('one way out connected by both keeps one connection', () => {
  const both = (target: string) => edit(connect('main', 'menu', 'person', target));
  const { file } = mergeFiles(base, both('hello'), both('menu'), 'mine');
  expect(file.flows[0]?.edges.filter(({ sourceHandle }) => sourceHandle === 'person')).toHaveLength(1);
});

test('a flow renamed by both is told', () => {
  const { conflicts } = mergeFiles(
    base,
    edit(renameFlow('main', 'A')),
    edit(renameFlow('main', 'B')),
    'mine',
  );
  expect(conflicts).toEqual([{ what: 'flow', id: 'main' }]);
});
