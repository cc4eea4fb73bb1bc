import { type HistoryEntry, redo, undo } from './document/document-store.ts';
import type { Editor } from './editor-context.ts';
import { showFlow } from './view-store.ts';

/** Takes the last gesture back, and shows the flow it was made in. */
export function takeBack(editor: Editor): void {
  const entry = editor.document.getState().past.at(-1);
  if (entry && undo(editor.document)) showWhere(editor, entry);
}

/** Does the last undone gesture again, and shows the flow it was made in. */
export function doAgain(editor: Editor): void {
  const entry = editor.document.getState().future.at(-1);
  if (entry && redo(editor.document)) showWhere(editor, entry);
}

function showWhere({ document, view }: Editor, { patches }: HistoryEntry): void {
  const { flows } = document.getState().file;
  const touched = patches.flatMap(({ path: [top, index] }) =>
    top === 'flows' && typeof index === 'number' ? (flows[index]?.id ?? []) : [],
  );
  const [first] = touched;
  if (first !== undefined && !touched.includes(view.getState().flow)) showFlow(view, first);
}
