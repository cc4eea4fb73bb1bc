import { LRUCache } from 'lru-cache';
import type { CacheUse } from '../../meter.ts';

export interface Recall<Kept extends Versioned> {
  get(id: string): Kept | undefined;
  /**
   * Keeps it unless a newer version is kept already, which a slow read may be behind. `textLength` is that of the
   * row's JSON, from which the memory it takes is estimated.
   */
  keep(id: string, kept: Kept, textLength: number): void;
  forget(id: string): void;
  clear(): void;
  use(): CacheUse;
}

interface Versioned {
  version: number;
}

export interface RecallOptions {
  /** Bytes. */
  budget: number;
  /** How long it may be used where other processes write too, in milliseconds; 0: until it is changed or forgotten. */
  maxAgeMs: number;
}

/** A parsed row takes about four bytes for each character of its JSON, beside its own fields (measured). */
const bytesPerCharacter = 4;
const ownBytes = 1_500;

/** What this process last saw of hot rows, the least used forgotten first. It is never the truth. */
export function createRecall<Kept extends Versioned>({ budget, maxAgeMs }: RecallOptions): Recall<Kept> {
  const kept = new LRUCache<string, Kept>({ maxSize: budget, ttl: maxAgeMs });
  let hits = 0;
  let misses = 0;
  return {
    get: (id) => {
      const known = kept.get(id);
      if (known) hits += 1;
      else misses += 1;
      return known;
    },
    keep: (id, one, textLength) => {
      if ((kept.peek(id)?.version ?? 0) > one.version) return;
      kept.set(id, one, { size: ownBytes + bytesPerCharacter * textLength });
    },
    forget: (id) => {
      kept.delete(id);
    },
    clear: () => kept.clear(),
    use: () => ({ entries: kept.size, bytes: kept.calculatedSize, hits, misses }),
  };
}
