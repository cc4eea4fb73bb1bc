import { useEffect } from 'react';
import { letPass } from './simulator.ts';
import { useSimulation, useSimulator } from './simulator-context.ts';

const longestWaitMs = 10_000;

/** While the bot seems to type, real time passes; a pause that was drawn long is cut to ten seconds. */
export function useTypingDelay(): void {
  const store = useSimulator();
  const due = useSimulation(({ rehearsal }) => rehearsal.timers.find(({ name }) => name === 'wait')?.at);
  useEffect(() => {
    if (due === undefined) return;
    const ms = Math.max(0, due - store.getState().rehearsal.stage.now);
    const timer = setTimeout(() => letPass(store, ms), Math.min(ms, longestWaitMs));
    return () => clearTimeout(timer);
  }, [due, store]);
}
