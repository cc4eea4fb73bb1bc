import type { Perform } from './effect.ts';

/** Sets or moves the timer of this name. */
export const performTimer: Perform<'timer'> = ({ name, at }, { setTimers, cancelTimers }) => {
  cancelTimers.delete(name);
  setTimers.set(name, at);
};
