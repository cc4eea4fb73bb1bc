import { expect, test } from 'vitest';
import type { Autosave } from './document/autosave.ts';
import { createDocumentStore, perform } from './document/document-store.ts';
import { renameFlow } from './document/flow-commands.ts';
import { moveNodes } from './document/node-commands.ts';
import type { Editor } from './editor-context.ts';
import { doAgain, takeBack } from './history-actions.ts';
import { draftFile } from './testing/draft-file.ts';
import { createViewStore, showFlow } from './view-store.ts';

function open(): Editor {
  return {
    bot: 'b',
    document: createDocumentStore(draftFile(), 1),
    autosave: {} as Autosave,
    view: createViewStore({ flow: 'main', language: 'en' }),
  };
}

test('what is taken back or done again is shown, in whatever flow it was', () => {
  const editor = open();
  perform(editor.document, moveNodes('main', new Map([['hello', { x: 1, y: 1 }]])));
  showFlow(editor.view, 'other');
  takeBack(editor);
  expect(editor.view.getState().flow).toBe('main');
  showFlow(editor.view, 'other');
  doAgain(editor);
  expect(editor.view.getState().flow).toBe('main');
});

test('with nothing to take back nothing happens', () => {
  const editor = open();
  takeBack(editor);
  doAgain(editor);
  expect(editor.document.getState().file).toEqual(draftFile());
  perform(editor.document, renameFlow('other', 'Renamed'));
  expect(editor.view.getState().flow).toBe('main');
});
