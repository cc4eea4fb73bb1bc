/**
 * The database cannot be used for now: it is being reopened, its disk is full, or it does not answer. Nothing of
 * the call was kept; the same call may be made again after `retryAfterSeconds`. Callers get a 503.
 */
export class StoreUnavailable extends Error {
  readonly retryAfterSeconds: number;

  constructor(message: string, options: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'StoreUnavailable';
    this.retryAfterSeconds = options.retryAfterSeconds ?? 2;
  }
}
