/** How long one attempt of outgoing work may take, whatever it waits for. */
export const attemptLimitMs = 15_000;

/** Runs work that stops when its signal aborts, and aborts it after its time. */
export async function withTimeLimit<Result>(
  limitMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), limitMs);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
  }
}
