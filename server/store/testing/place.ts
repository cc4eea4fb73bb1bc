import type { Store } from '../store.ts';

/** A database of a test's own, which can be closed and opened again. */
export interface Place {
  open(): Promise<Store>;
  remove(): Promise<void>;
}
