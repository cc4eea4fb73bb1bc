import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { compactPatches } from './patches.ts';

enablePatches();

/** One edit of the draft, as a function over an immer draft. Commands compose by calling each other. */
export type Command = (file: DraftFile) => void;

/** What one undo takes back: everything of one gesture. */
export interface HistoryEntry {
  patches: Patch[];
  inverse: Patch[];
  /** Edits of the same gesture join the entry, until another edit or `endGesture`. */
  gesture: string | null;
}

/** The bot being edited: what is on screen, what can be undone, and what the server does not have yet. */
export interface DocumentState {
  file: DraftFile;
  past: readonly HistoryEntry[];
  future: readonly HistoryEntry[];
  /** The server's revision of `saved`. */
  revision: number;
  /** The file as the server has it. */
  saved: DraftFile;
  /** The changes on their way to the server; with `unsaved` behind them they lead from `saved` to `file`. */
  sending: readonly Patch[];
  unsaved: readonly Patch[];
}

export type DocumentStore = StoreApi<DocumentState>;

const longestHistory = 500;

/** A store for a bot that has just been opened, with nothing to take back yet. */
export function createDocumentStore(file: DraftFile, revision: number): DocumentStore {
  return createStore<DocumentState>()(() => ({
    file,
    past: [],
    future: [],
    revision,
    saved: file,
    sending: [],
    unsaved: [],
  }));
}

/**
 * Carries out a command as one entry of the history; a command that changes nothing leaves none. Edits in
 * a row with the same `gesture` (typing in one field, arrow keys) share an entry.
 */
export function perform(store: DocumentStore, command: Command, gesture: string | null = null): void {
  const state = store.getState();
  const [file, patches, inverse] = produceWithPatches(state.file, (draft) => {
    command(draft);
  });
  if (patches.length === 0) return;
  const last = state.past.at(-1);
  const joins = gesture !== null && last?.gesture === gesture && state.future.length === 0;
  const entry: HistoryEntry = joins
    ? {
        gesture,
        patches: compactPatches([...last.patches, ...patches]),
        inverse: [...inverse, ...last.inverse],
      }
    : { gesture, patches, inverse };
  const before = joins ? state.past.slice(0, -1) : state.past;
  store.setState({
    file,
    past: [...before, entry].slice(-longestHistory),
    future: [],
    unsaved: compactPatches([...state.unsaved, ...patches]),
  });
}

/** Closes the current gesture: the next edit is an undo step of its own. */
export function endGesture(store: DocumentStore): void {
  const { past } = store.getState();
  const last = past.at(-1);
  if (last && last.gesture !== null)
    store.setState({ past: [...past.slice(0, -1), { ...last, gesture: null }] });
}

/** Takes the last gesture back; false when there is none. */
export function undo(store: DocumentStore): boolean {
  const { file, past, future, unsaved } = store.getState();
  const entry = past.at(-1);
  if (!entry) return false;
  store.setState({
    file: applyPatches(file, entry.inverse),
    past: past.slice(0, -1),
    future: [...future, { ...entry, gesture: null }],
    unsaved: compactPatches([...unsaved, ...entry.inverse]),
  });
  return true;
}

/** Does again what was undone last; false when there is nothing. */
export function redo(store: DocumentStore): boolean {
  const { file, past, future, unsaved } = store.getState();
  const entry = future.at(-1);
  if (!entry) return false;
  store.setState({
    file: applyPatches(file, entry.patches),
    past: [...past, entry],
    future: future.slice(0, -1),
    unsaved: compactPatches([...unsaved, ...entry.patches]),
  });
  return true;
}

/** Whether the server lacks something that is on screen. */
export function hasUnsaved({ sending, unsaved }: DocumentState): boolean {
  return sending.length > 0 || unsaved.length > 0;
}

/** Sends what is unsaved on its way; ends with `acceptSave` or `returnSave`. */
export function beginSave(store: DocumentStore): Pick<DocumentState, 'file' | 'revision' | 'sending'> {
  const { file, revision, unsaved } = store.getState();
  store.setState({ sending: unsaved, unsaved: [] });
  return { file, revision, sending: unsaved };
}

/** The server has what was sent: `saved`, as its `revision`. */
export function acceptSave(store: DocumentStore, saved: DraftFile, revision: number): void {
  store.setState({ saved, revision, sending: [] });
}

/** What was sent did not arrive; it is unsaved again, before what was changed since. */
export function returnSave(store: DocumentStore): void {
  const { sending, unsaved } = store.getState();
  store.setState({ sending: [], unsaved: compactPatches([...sending, ...unsaved]) });
}

/**
 * Goes on from what somebody else has saved: `theirs` is the server's file, `merged` what is edited from
 * now on. The difference is unsaved, and one undo shows `theirs` as it is. Older history names places
 * of a document that is gone, so it is dropped.
 */
export function rebase(
  store: DocumentStore,
  theirs: { file: DraftFile; revision: number },
  merged: DraftFile,
  undoTo: DraftFile | null,
): void {
  const toWhole = (file: DraftFile): Patch[] => [{ op: 'replace', path: [], value: file }];
  store.setState({
    file: merged,
    past: undoTo === null ? [] : [{ patches: toWhole(merged), inverse: toWhole(undoTo), gesture: null }],
    future: [],
    saved: theirs.file,
    revision: theirs.revision,
    sending: [],
    unsaved: merged === theirs.file ? [] : toWhole(merged),
  });
}
