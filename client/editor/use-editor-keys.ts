import { useEffect } from 'react';
import { findFlow } from './document/queries.ts';
import { type Editor, useEditor } from './editor-context.ts';
import { doAgain, takeBack } from './history-actions.ts';
import { duplicateSteps } from './step-actions.ts';

/** The editor's keys with Ctrl or Command; fields keep theirs. Deleting, moving and copying belong to the canvas. */
export function useEditorKeys(): void {
  const editor = useEditor();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const act =
        key === 's' ? save : isTyping(event.target) ? undefined : keys[event.shiftKey ? `shift+${key}` : key];
      if (!act) return;
      event.preventDefault();
      act(editor);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [editor]);
}

function save({ autosave }: Editor): void {
  void autosave.flush();
}

const keys: Readonly<Record<string, (editor: Editor) => void>> = {
  z: takeBack,
  'shift+z': doAgain,
  y: doAgain,
  d: (editor) => {
    const { flow, selectedNodes } = editor.view.getState();
    duplicateSteps(editor, flow, selectedNodes);
  },
  a: ({ document, view }) => {
    const flow = findFlow(document.getState().file, view.getState().flow);
    view.setState({ selectedNodes: flow?.nodes.map(({ id }) => id) ?? [] });
  },
};

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input, textarea, select') ||
    target.closest('[role="dialog"]') !== null
  );
}
