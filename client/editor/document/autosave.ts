import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftChange } from '../../../shared/api/bots.ts';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { acceptSave, beginSave, type DocumentStore, rebase, returnSave } from './document-store.ts';
import { isEqual } from './is-equal.ts';
import { type Conflict, mergeFiles, type Side } from './merge.ts';
import { toChanges } from './patches.ts';

/** What the server said to one revision. */
export type SaveAnswer =
  | { type: 'saved'; revision: number }
  | { type: 'conflict'; revision: number; file: DraftFile }
  /** The server could not be reached, or failed: worth trying again. */
  | { type: 'failed'; sentence: string }
  /** The server refused: trying again changes nothing. */
  | { type: 'refused'; sentence: string };

export type SaveState =
  | { type: 'saved' }
  | { type: 'unsaved' }
  | { type: 'saving' }
  | { type: 'retrying'; sentence: string }
  | { type: 'refused'; sentence: string }
  | { type: 'conflict'; conflicts: Conflict[]; theirs: { revision: number; file: DraftFile } };

export interface AutosaveOptions {
  document: DocumentStore;
  save(base: number, changes: DraftChange[]): Promise<SaveAnswer>;
  /** Calls back after so many milliseconds, unless what it returns is called first. */
  after(ms: number, callback: () => void): () => void;
  /** Between 0 and 1, to spread retries. */
  random(): number;
}

export interface Autosave {
  state: StoreApi<SaveState>;
  /** Saves now what is unsaved, without waiting for a pause in typing. Resolves when the server answered. */
  flush(): Promise<void>;
  /** Settles a conflict; the other side stays one undo away. */
  settle(winner: Side): void;
  stop(): void;
}

const pauseMs = 800;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

/** Saves the draft's changes as whole-bot revisions: after a pause, one call at a time, again until it works. */
export function createAutosave({ document, save, after, random }: AutosaveOptions): Autosave {
  const state = createStore<SaveState>()(() => ({ type: 'saved' }));
  const show = (next: SaveState) => state.setState(next, true);
  let cancel = () => {};
  let running: Promise<void> | null = null;
  let failures = 0;
  let stopped = false;

  const plan = (ms: number) => {
    cancel();
    if (!stopped) cancel = after(ms, () => void flush());
  };

  const retryLater = (sentence: string) => {
    show({ type: 'retrying', sentence });
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** failures);
    failures += 1;
    plan(wait * (0.5 + random() / 2));
  };

  const send = async () => {
    const { file, revision, sending } = beginSave(document);
    if (state.getState().type !== 'retrying') show({ type: 'saving' });
    const answer = await save(revision, toChanges(sending));
    if (answer.type === 'saved') acceptSave(document, file, answer.revision);
    else returnSave(document);
    if (answer.type === 'failed') return retryLater(answer.sentence);
    failures = 0;
    if (answer.type === 'refused') return show({ type: 'refused', sentence: answer.sentence });
    show(answer.type === 'conflict' ? meet(document, answer) : { type: 'saved' });
    if (state.getState().type === 'saved' && document.getState().unsaved.length > 0) {
      show({ type: 'unsaved' });
      plan(pauseMs);
    }
  };

  const flush = async (): Promise<void> => {
    cancel();
    if (running) await running;
    if (stopped || document.getState().unsaved.length === 0 || state.getState().type === 'conflict') return;
    running ??= send().finally(() => {
      running = null;
    });
    await running;
  };

  const unsubscribe = document.subscribe((now, before) => {
    if (now.file === before.file || now.unsaved.length === 0) return;
    const { type } = state.getState();
    if (running || type === 'conflict' || type === 'retrying') return;
    show({ type: 'unsaved' });
    plan(pauseMs);
  });

  return {
    state,
    flush,
    settle: (winner) => {
      show(settle(document, state.getState(), winner));
      void flush();
    },
    stop: () => {
      stopped = true;
      cancel();
      unsubscribe();
    },
  };
}

interface Theirs {
  revision: number;
  file: DraftFile;
}

/** Somebody else saved first: goes on from theirs where the changes do not touch, else asks. */
function meet(document: DocumentStore, { revision, file: theirs }: Theirs): SaveState {
  const { saved, file } = document.getState();
  const merged = mergeFiles(saved, file, theirs, 'mine');
  if (merged.conflicts.length > 0)
    return { type: 'conflict', conflicts: merged.conflicts, theirs: { revision, file: theirs } };
  rebase(document, { revision, file: theirs }, orSame(merged.file, theirs), null);
  return { type: 'saved' };
}

function settle(document: DocumentStore, state: SaveState, winner: Side): SaveState {
  if (state.type !== 'conflict') return state;
  const { saved, file } = document.getState();
  const { theirs } = state;
  const toMerged = (side: Side) => orSame(mergeFiles(saved, file, theirs.file, side).file, theirs.file);
  rebase(document, theirs, toMerged(winner), toMerged(winner === 'mine' ? 'theirs' : 'mine'));
  return { type: 'saved' };
}

function orSame(merged: DraftFile, theirs: DraftFile): DraftFile {
  return isEqual(merged, theirs) ? theirs : merged;
}
