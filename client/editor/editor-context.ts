import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Autosave } from './document/autosave.ts';
import { type Command, type DocumentState, type DocumentStore, perform } from './document/document-store.ts';
import type { ViewState, ViewStore } from './view-store.ts';

/** The bot that is open: its document, its saving, and what is looked at. */
export interface Editor {
  /** The id of the bot. */
  bot: string;
  document: DocumentStore;
  autosave: Autosave;
  view: ViewStore;
}

export const EditorContext = createContext<Editor | null>(null);

/** The open bot; only below `OpenBot`. */
export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('Put this below <OpenBot>.');
  return editor;
}

/** A part of the document. The selector must return what is in the state, nothing made anew. */
export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useEditor().document, select);
}

/** A part of the view. The selector must return what is in the state, nothing made anew. */
export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useEditor().view, select);
}

/** Carries out commands on the document; edits of the same `gesture` in a row are one undo. */
export function usePerform(): (command: Command, gesture?: string) => void {
  const { document } = useEditor();
  return (command, gesture) => perform(document, command, gesture ?? null);
}
