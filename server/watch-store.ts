import type { Logger } from 'pino';
import type { Meter } from './meter.ts';
import type { WatchStore } from './store/store-health.ts';

/** One line when the database goes away or cannot be written, one when it is back, and the numbers for both. */
export function createStoreWatch(logger: Logger, meter: Meter): WatchStore {
  let away = false;
  return (health) => {
    if (health.state === 'well') {
      logger.info(
        { seconds: Math.round(health.seconds * 1000) / 1000 },
        away ? 'The database passed its check and is used again.' : 'The disk is written again.',
      );
    } else if (health.state === 'unwritable') {
      logger.error(
        { err: health.cause },
        'The disk is full or refuses to write: calls that write are answered with 503.',
      );
      meter.store('unwritable');
    } else if (away) {
      logger.error({ err: health.cause }, 'The database cannot be used yet; it is tried again.');
    } else {
      logger.error(
        { err: health.cause },
        'The database failed. It is closed, checked and opened again; until then calls are answered with 503.',
      );
      meter.store('away');
    }
    away = health.state === 'away';
  };
}
