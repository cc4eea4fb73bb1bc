import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { toStock } from '../../../shared/locales/stock.ts';
import { useEditor } from '../editor-context.ts';
import { type Opening, restart, type Simulation, type SimulatorStore } from './simulator.ts';
import { renewStart } from './start.ts';

export const SimulatorContext = createContext<SimulatorStore | null>(null);

/** The rehearsal that is going on; only below `SimulatorPanel`. */
export function useSimulator(): SimulatorStore {
  const store = use(SimulatorContext);
  if (!store) throw new Error('Put this below <SimulatorPanel>.');
  return store;
}

/** A part of the rehearsal. The selector must return what is in the state, nothing made anew. */
export function useSimulation<T>(select: (simulation: Simulation) => T): T {
  return useStore(useSimulator(), select);
}

/** Begins again with the drawing as it is now, with whatever is to be different. */
export function useRestart(): (change?: Partial<Opening>) => void {
  const { document } = useEditor();
  const store = useSimulator();
  return (change) => {
    const { file } = document.getState();
    const opening = { ...store.getState().opening, ...change };
    const language = file.bot.languages.includes(opening.language) ? opening.language : file.bot.languages[0];
    const renewed = { ...opening, language: language ?? opening.language };
    const start = renewStart(renewed.start, file, toPersonWords(renewed.language));
    restart(store, file, { ...renewed, start }, Date.now());
  };
}

/** Words that ask for a person, in a language. */
export function toPersonWords(language: string): string {
  return toStock(language)['a-person'];
}
