import type { Caller, Client } from '../services.ts';
import type { ClientCallRecord } from '../store/records.ts';
import { findCall, type OnceCall, toRecord } from './client-calls.ts';
import type { RuntimeDeps } from './deps.ts';

interface KeyedCall {
  caller: Caller;
  client: Client;
  params: Readonly<Record<string, string | number>>;
  query: unknown;
  body: unknown;
}

/**
 * A call that carries an `Idempotency-Key`, undefined where it has none. Each caller has keys of their own for
 * each call and what it is about.
 */
export function toKeyedCall(name: string, call: KeyedCall): OnceCall | undefined {
  const { caller, client, params, query, body } = call;
  if (client.idempotencyKey === undefined || client.idempotencyKey === null) return undefined;
  const scope = ['key', caller.id, name, ...Object.values(params)].join(':');
  return { scope, id: client.idempotencyKey, body: { query, body: body ?? null } };
}

/** Makes the record to be kept with the work, in the same transaction; null for a call without a key. */
export type Keep<Data> = (answer: Data) => ClientCallRecord | null;

/**
 * Answers a call as the first time where it was made before. `work` does it and has its record kept with what
 * it writes; it says `repeated` when the same call was made meanwhile, and has then written nothing. A call that
 * was refused is not kept: made again, it is decided anew.
 */
export async function answerOnce<Data>(
  deps: Pick<RuntimeDeps, 'store' | 'secrets' | 'clock'>,
  once: OnceCall | undefined,
  work: (keep: Keep<Data>) => Promise<Data | 'repeated'>,
): Promise<Data> {
  const known = once && (await findCall(deps, once));
  if (known) return known.answer as Data;
  const answer = await work((kept) => (once ? toRecord(deps, once, kept) : null));
  if (answer !== 'repeated') return answer;
  const first = once && (await findCall(deps, once));
  if (!first) throw new Error('A call was made before and left no trace.');
  return first.answer as Data;
}
