import type { AgentStatus } from '../../shared/api/inbox-conversation.ts';

/** What live readers are told. A signal is only a hint to read; losing one loses nothing. */
export type Signal =
  | {
      type: 'conversation';
      conversation: string;
      number: number;
      /** Where it is, and where it was before: who may no longer see it is told too. */
      departments: (string | null)[];
      begun: boolean;
      at: number;
    }
  /** Somebody entered or left a queue: positions may have changed. */
  | { type: 'queue'; bot: string }
  | {
      type: 'typing';
      conversation: string;
      from: 'customer' | 'bot' | 'agent';
      name?: string;
      department: string | null;
    }
  | { type: 'status'; agent: string; status: AgentStatus };

export interface Signals {
  send(signal: Signal): void;
  /** Calls the listener for each signal until `gone`. */
  listen(gone: AbortSignal, listener: (signal: Signal) => void): void;
}

/** Signals within this process. */
export function createSignals(): Signals {
  const listeners = new Set<(signal: Signal) => void>();
  return {
    send: (signal) => {
      for (const listener of [...listeners]) listener(signal);
    },
    listen: (gone, listener) => {
      if (gone.aborted) return;
      listeners.add(listener);
      gone.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
