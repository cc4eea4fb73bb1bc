import type { PeopleStore, PersonRecord } from './people-store.ts';

/** Everybody, for those who route conversations and send notices. */
export interface Directory {
  list(): Promise<readonly PersonRecord[]>;
  find(id: string): Promise<PersonRecord | null>;
}

/** How long another process's change may stay unseen, in milliseconds. */
const staleAfter = 1_000;

/**
 * The people, kept in memory for a moment, since every message may ask who is there. A change made by this
 * process is seen at once.
 */
export function createDirectory(people: PeopleStore, now: () => number): Directory {
  let kept: { people: Promise<readonly PersonRecord[]>; at: number; changes: number } | undefined;
  const list = () => {
    if (!kept || kept.changes !== people.changes || now() - kept.at >= staleAfter) {
      const reading = people.list();
      kept = { people: reading, at: now(), changes: people.changes };
      // A failed reading is told to whoever waits for it, and not kept.
      reading.catch(() => {
        kept = undefined;
      });
    }
    return kept.people;
  };
  return {
    list,
    find: async (id) => (await list()).find((person) => person.id === id) ?? null,
  };
}
