import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreUnavailable } from '../store/store-unavailable.ts';

const calls = new AsyncLocalStorage<{ outage: StoreUnavailable | null }>();

/**
 * Makes a call to better-auth. It words errors of the database anew, and a sign-out even goes on without one; here
 * the database's outage gets out, so that the caller is told to come again.
 */
export async function tellOutage<Result>(call: () => Promise<Result>): Promise<Result> {
  const seen: { outage: StoreUnavailable | null } = { outage: null };
  const result = await calls.run(seen, call).catch((error: unknown) => Promise.reject(seen.outage ?? error));
  if (seen.outage) throw seen.outage;
  return result;
}

/** Takes what better-auth tells its log, the error itself among it. */
export function noteOutage(told: readonly unknown[]): void {
  const seen = calls.getStore();
  const outage = told.find((one) => one instanceof StoreUnavailable);
  if (seen && outage) seen.outage = outage;
}
