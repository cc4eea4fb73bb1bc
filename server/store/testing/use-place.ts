import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../store.ts';
import type { Place } from './place.ts';

/** Opens a place before each test and removes it afterwards. */
export function usePlace(make: () => Promise<Place>) {
  let place: Place;
  let store: Store;
  const others: Store[] = [];
  beforeEach(async () => {
    place = await make();
    store = await place.open();
  });
  afterEach(async () => {
    for (const other of [store, ...others.splice(0)]) await other.close();
    await place.remove();
  });
  return {
    store: () => store,
    reopen: async () => {
      await store.close();
      store = await place.open();
    },
    /** The same database as another process sees it. */
    openOther: async (): Promise<Store> => {
      const other = await place.open();
      others.push(other);
      return other;
    },
  };
}
