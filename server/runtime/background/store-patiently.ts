import { StoreUnavailable } from '../../store/store-unavailable.ts';

const pauseMs = 1_000;
/** Together with the longest attempt still within the lease of an item. */
const mostPauses = 10;

/**
 * Stores what became of an attempt. The other side has acted and cannot be asked again what it said, so while the
 * database is away its answer is kept in hand for ten seconds.
 */
export async function storePatiently<Result>(store: () => Promise<Result>): Promise<Result> {
  for (let paused = 0; ; paused += 1) {
    try {
      return await store();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || paused === mostPauses) throw error;
    }
    await new Promise((done) => setTimeout(done, pauseMs));
  }
}
