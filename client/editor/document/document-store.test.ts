import fc from 'fast-check';
import { applyPatches } from 'immer';
import { expect, test } from 'vitest';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { draftFile } from '../testing/draft-file.ts';
import {
  acceptSave,
  beginSave,
  type Command,
  createDocumentStore,
  endGesture,
  hasUnsaved,
  perform,
  redo,
  returnSave,
  undo,
} from './document-store.ts';
import { addFlow, declareVariable, duplicateFlow, removeFlow, renameFlow } from './flow-commands.ts';
import { addNode, connect, editData, moveNodes, removeNodes } from './node-commands.ts';

const write = (text: string): Command =>
  editData('main', 'hello', (data) => {
    data.text = text;
  });
const textOf = (file: DraftFile) => file.flows[0]?.nodes[1]?.data.text;

test('what was done last is undone first, and can be done again', () => {
  const store = createDocumentStore(draftFile(), 1);
  perform(store, write('One'));
  perform(store, renameFlow('main', 'First'));
  undo(store);
  expect([store.getState().file.flows[0]?.name, textOf(store.getState().file)]).toEqual(['Main', 'One']);
  undo(store);
  expect(store.getState().file).toEqual(draftFile());
  expect(undo(store)).toBe(false);
  redo(store);
  redo(store);
  expect([store.getState().file.flows[0]?.name, textOf(store.getState().file)]).toEqual(['First', 'One']);
  expect(redo(store)).toBe(false);
});

test('typing in one field is one undo; after the field is left the next is another', () => {
  const store = createDocumentStore(draftFile(), 1);
  for (const text of ['H', 'He', 'Hey']) perform(store, write(text), 'hello/text');
  expect(store.getState().past).toHaveLength(1);
  endGesture(store);
  perform(store, write('Hey you'), 'hello/text');
  expect(store.getState().past).toHaveLength(2);
  undo(store);
  expect(textOf(store.getState().file)).toBe('Hey');
  undo(store);
  expect(textOf(store.getState().file)).toBe('Hello');
});

test('edits of another gesture in between end the first', () => {
  const store = createDocumentStore(draftFile(), 1);
  perform(store, write('A'), 'a');
  perform(store, renameFlow('main', 'B'), 'b');
  perform(store, write('C'), 'a');
  expect(store.getState().past).toHaveLength(3);
});

test('after an undo, a new edit forgets what was undone and does not join an older gesture', () => {
  const store = createDocumentStore(draftFile(), 1);
  perform(store, write('A'), 'a');
  perform(store, write('B'), 'b');
  undo(store);
  perform(store, write('C'), 'a');
  expect(store.getState().future).toHaveLength(0);
  expect(store.getState().past).toHaveLength(2);
});

test('a command that changes nothing is nothing to undo and nothing to save', () => {
  const store = createDocumentStore(draftFile(), 1);
  perform(store, moveNodes('main', new Map([['hello', { x: 340, y: 0 }]])));
  perform(store, removeNodes('main', ['nobody']));
  expect(store.getState().past).toHaveLength(0);
  expect(hasUnsaved(store.getState())).toBe(false);
});

test('a save that failed leaves its changes unsaved, before those made since', () => {
  const store = createDocumentStore(draftFile(), 1);
  perform(store, write('A'));
  beginSave(store);
  perform(store, write('B'));
  returnSave(store);
  expect(applyPatches(draftFile(), [...store.getState().unsaved])).toEqual(store.getState().file);
  const { file } = beginSave(store);
  acceptSave(store, file, 2);
  expect(hasUnsaved(store.getState())).toBe(false);
  expect(store.getState()).toMatchObject({ revision: 2, saved: file });
});

type Step = { do: Command; gesture: string | null } | 'undo' | 'redo' | 'save' | 'fail';

const id = fc.constantFrom('start', 'hello', 'menu', 'n1', 'n2');
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.string({ maxLength: 5 }).map(write),
  fc
    .tuple(id, fc.integer(), fc.integer())
    .map(([node, x, y]) => moveNodes('main', new Map([[node, { x, y }]]))),
  id.map((node) => removeNodes('main', [node])),
  fc
    .constantFrom('n1', 'n2')
    .map((node) => addNode({ flow: 'main', id: node, type: 'message', position: { x: 0, y: 0 } })),
  fc
    .tuple(id, fc.constantFrom('next', 'order', 'person'), id)
    .map(([from, port, to]) => connect('main', from, port, to)),
  fc.constantFrom('f1', 'f2').map((flow) => addFlow(flow, 'New')),
  fc.constantFrom('f1', 'other').map(removeFlow),
  fc.constantFrom('f3', 'f4').map((copy) => duplicateFlow('main', copy, 'Copy')),
  fc.constantFrom('a', 'b').map((name) => declareVariable({ name, type: 'text', scope: 'conversation' })),
  fc.nat(2).map((count) =>
    editData('main', 'menu', (data) => {
      data.options = (data.options as unknown[]).slice(0, count);
    }),
  ),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: command, gesture: fc.constantFrom(null, 'g', 'h') }) },
  { weight: 3, arbitrary: fc.constantFrom<Step>('undo', 'redo') },
  { weight: 1, arbitrary: fc.constantFrom<Step>('save', 'fail') },
);

test('whatever is done, the unsaved changes lead from what the server has to what is shown, and undo to the start', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const start = draftFile();
      const store = createDocumentStore(start, 1);
      for (const each of steps) {
        if (each === 'undo') undo(store);
        else if (each === 'redo') redo(store);
        else if (each === 'save') {
          const { file, revision } = beginSave(store);
          acceptSave(store, file, revision + 1);
        } else if (each === 'fail') {
          beginSave(store);
          returnSave(store);
        } else perform(store, each.do, each.gesture);
        const { saved, unsaved, file } = store.getState();
        // What travels is JSON.
        const sent = JSON.parse(JSON.stringify(unsaved)) as typeof unsaved;
        expect(applyPatches(saved, [...sent])).toEqual(file);
      }
      while (undo(store)) expect(store.getState().file).toBeDefined();
      expect(store.getState().file).toEqual(start);
    }),
    { numRuns: 150 },
  );
});
