import { newUuid } from '../ui/new-uuid.ts';
import { ApiProblem } from './api-problem.ts';

interface Init extends Omit<RequestInit, 'headers'> {
  headers: Record<string, string>;
}

/** Keys of calls of which it is not known what became of them, by what they ask for. */
const unsettled = new Map<string, { key: string; until: number }>();
const keptMs = 60_000;
const pausesMs = [300, 1_000];

/**
 * Sends a call that changes something under an `Idempotency-Key`, and again after a pause where no answer comes,
 * so that it is done once however often it is sent. Whoever makes the same call by hand soon after, because no
 * answer came at all, makes it under the same key.
 */
export async function sendRepeatable(
  send: (address: string, init: Init) => Promise<Response>,
  address: string,
  init: Init,
): Promise<Response> {
  const asked = `${init.method} ${address} ${init.body}`;
  const keyed = { ...init, headers: { ...init.headers, 'idempotency-key': takeKey(asked) } };
  for (const pause of pausesMs) {
    const answer = await send(address, keyed).catch(unlessUnreachable);
    if (answer && answer.status < 500) unsettled.delete(asked);
    if (answer && ![502, 503, 504].includes(answer.status)) return answer;
    await wait(pause, init.signal);
  }
  const last = await send(address, keyed);
  if (last.status < 500) unsettled.delete(asked);
  return last;
}

function takeKey(asked: string): string {
  const now = Date.now();
  for (const [old, { until }] of unsettled) if (until < now) unsettled.delete(old);
  const kept = unsettled.get(asked) ?? { key: newUuid(), until: now + keptMs };
  unsettled.set(asked, kept);
  return kept.key;
}

function unlessUnreachable(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 0) return null;
  throw error;
}

function wait(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((done, failed) => {
    signal?.throwIfAborted();
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      failed(signal.reason);
    });
  });
}
