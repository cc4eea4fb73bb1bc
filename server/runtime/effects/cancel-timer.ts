import type { Perform } from './effect.ts';

/** Stops the timer of this name, also one that was set in this same turn. */
export const performCancelTimer: Perform<'cancel-timer'> = ({ name }, { setTimers, cancelTimers }) => {
  setTimers.delete(name);
  cancelTimers.add(name);
};
