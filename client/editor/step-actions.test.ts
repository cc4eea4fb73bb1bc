import { expect, test } from 'vitest';
import { cardWidth, toTallest } from './canvas/card.ts';
import type { Autosave } from './document/autosave.ts';
import { createDocumentStore, perform } from './document/document-store.ts';
import { moveNodes } from './document/node-commands.ts';
import { findFlow } from './document/queries.ts';
import type { Editor } from './editor-context.ts';
import { addStep, duplicateSteps } from './step-actions.ts';
import { draftFile } from './testing/draft-file.ts';
import { createViewStore } from './view-store.ts';

function open(): Editor {
  return {
    bot: 'b',
    document: createDocumentStore(draftFile(), 1),
    autosave: {} as Autosave,
    view: createViewStore({ flow: 'main', language: 'en' }),
  };
}

const nodesOf = (editor: Editor) => findFlow(editor.document.getState().file, 'main')?.nodes ?? [];

/** The pairs of cards that lie over each other. */
function toOverlaps(editor: Editor): string[] {
  const nodes = nodesOf(editor);
  return nodes.flatMap((one, index) =>
    nodes
      .slice(index + 1)
      .filter(({ position: { x, y }, ...other }) => {
        const apart = Math.abs(x - one.position.x) >= cardWidth;
        return !apart && y < one.position.y + toTallest(one) && one.position.y < y + toTallest(other);
      })
      .map((other) => `${one.id} ${other.id}`),
  );
}

test('a step dropped on a card comes to lie below it', () => {
  const editor = open();
  addStep(editor, { type: 'message', at: { x: 360, y: 30 } });
  const added = nodesOf(editor).at(-1);
  expect(added?.position.x).toBe(360);
  expect(toOverlaps(editor)).toEqual([]);
});

test('a step dropped where nothing lies stays where it was dropped', () => {
  const editor = open();
  addStep(editor, { type: 'message', at: { x: 360, y: 900 } });
  expect(nodesOf(editor).at(-1)?.position).toEqual({ x: 360, y: 900 });
});

test('copies cover neither what they are copies of nor earlier copies', () => {
  const editor = open();
  duplicateSteps(editor, 'main', ['hello', 'menu']);
  duplicateSteps(editor, 'main', ['hello', 'menu']);
  expect(nodesOf(editor)).toHaveLength(7);
  expect(toOverlaps(editor)).toEqual([]);
});

test('copies keep their places to each other and are selected', () => {
  const editor = open();
  duplicateSteps(editor, 'main', ['hello', 'menu']);
  const copies = nodesOf(editor).slice(3);
  const [first, second] = copies.map(({ position }) => position);
  expect([(second?.x ?? 0) - (first?.x ?? 0), (second?.y ?? 0) - (first?.y ?? 0)]).toEqual([340, 0]);
  expect(editor.view.getState().selectedNodes).toEqual(copies.map(({ id }) => id));
});

test('a card absurdly far out can be copied too', () => {
  const editor = open();
  perform(editor.document, moveNodes('main', new Map([['hello', { x: 0, y: 1e300 }]])));
  duplicateSteps(editor, 'main', ['hello']);
  expect(nodesOf(editor)).toHaveLength(4);
});
