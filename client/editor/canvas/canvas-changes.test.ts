import { expect, test } from 'vitest';
import type { Autosave } from '../document/autosave.ts';
import { createDocumentStore } from '../document/document-store.ts';
import { findNode } from '../document/queries.ts';
import type { Editor } from '../editor-context.ts';
import { draftFile } from '../testing/draft-file.ts';
import { createViewStore } from '../view-store.ts';
import { takeDeletion, takeNodeChanges } from './canvas-changes.ts';

function open(): Editor {
  return {
    bot: 'b',
    document: createDocumentStore(draftFile(), 1),
    autosave: {} as Autosave,
    view: createViewStore({ flow: 'main', language: 'en' }),
  };
}
const move = (x: number, dragging: boolean) =>
  ({ type: 'position', id: 'hello', position: { x, y: 7.6 }, dragging }) as const;

test('a drag of many steps is one undo, and nothing in the document until it ends', () => {
  const editor = open();
  let dragged: ReadonlyMap<string, { x: number; y: number }> = new Map();
  for (let x = 1; x <= 40; x += 1) dragged = takeNodeChanges(editor, 'main', [move(x, true)], dragged);
  expect(editor.document.getState().past).toHaveLength(0);
  expect(dragged.get('hello')).toEqual({ x: 40, y: 8 });
  dragged = takeNodeChanges(editor, 'main', [move(41, false)], dragged);
  expect(editor.document.getState().past).toHaveLength(1);
  expect(findNode(editor.document.getState().file, 'main', 'hello')?.position).toEqual({ x: 41, y: 8 });
  expect(dragged.size).toBe(0);
});

test('moves by arrow keys in a row are one undo', () => {
  const editor = open();
  for (let x = 1; x <= 5; x += 1) takeNodeChanges(editor, 'main', [move(x, false)], new Map());
  expect(editor.document.getState().past).toHaveLength(1);
});

test('a selection belongs to the view and is nothing to undo', () => {
  const editor = open();
  takeNodeChanges(editor, 'main', [{ type: 'select', id: 'hello', selected: true }], new Map());
  expect(editor.view.getState().selectedNodes).toEqual(['hello']);
  expect(editor.document.getState().past).toHaveLength(0);
});

test('steps and connections that are deleted together are one undo', () => {
  const editor = open();
  takeDeletion(editor, 'main', { nodes: [{ id: 'hello' }], edges: [{ id: 'e1' }, { id: 'e2' }] });
  expect(editor.document.getState().file.flows[0]).toMatchObject({ edges: [] });
  expect(editor.document.getState().past).toHaveLength(1);
});
