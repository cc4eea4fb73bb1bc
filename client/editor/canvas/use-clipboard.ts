import { useEffect } from 'react';
import type { Position } from '../../../shared/schema/flow.ts';
import { type Fragment, toFragment } from '../document/node-commands.ts';
import { findFlow } from '../document/queries.ts';
import { type Editor, useEditor } from '../editor-context.ts';
import { deleteSteps, pasteSteps } from '../step-actions.ts';
import { cardWidth } from './card.ts';
import { readFragment, writeFragment } from './fragment-text.ts';

/** Copies, cuts and pastes steps with the keys and menus that the browser has for it. */
export function useClipboard(flow: string): void {
  const editor = useEditor();
  useEffect(() => {
    const take = (event: ClipboardEvent): boolean => {
      const { selectedNodes } = editor.view.getState();
      const drawn = findFlow(editor.document.getState().file, flow);
      if (!drawn || selectedNodes.length === 0 || isElsewhere(event)) return false;
      event.clipboardData?.setData('text/plain', writeFragment(toFragment(drawn, selectedNodes)));
      event.preventDefault();
      return true;
    };
    const cut = (event: ClipboardEvent) => {
      if (take(event)) deleteSteps(editor, flow, editor.view.getState().selectedNodes);
    };
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const fragment = readFragment(event.clipboardData?.getData('text/plain') ?? '');
      if (!fragment) return;
      event.preventDefault();
      pasteSteps(editor, flow, fragment, toOffset(editor, flow, fragment));
    };
    const copy = (event: ClipboardEvent) => void take(event);
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [editor, flow]);
}

/** Beside the steps that were copied from this flow; what comes from elsewhere goes to the middle of the view. */
function toOffset({ document, view }: Editor, flow: string, fragment: Fragment): Position {
  const [first] = fragment.nodes;
  const drawn = findFlow(document.getState().file, flow);
  if (!first || drawn?.nodes.some(({ id }) => id === first.id)) return { x: 40, y: 40 };
  const { center } = view.getState();
  return {
    x: Math.round(center.x - cardWidth / 2 - first.position.x),
    y: Math.round(center.y - 60 - first.position.y),
  };
}

/** Words that are marked on the screen, or in a field, are what the person means to copy. */
function isElsewhere(event: ClipboardEvent): boolean {
  return isTyping(event.target) || (document.getSelection()?.toString() ?? '') !== '';
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
