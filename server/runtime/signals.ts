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
  | { type: 'status'; agent: string; status: AgentStatus }
  /** Signals may have been lost on their way here: everybody reads on by themselves. */
  | { type: 'missed' };

export type SignalOf<Type extends Signal['type']> = Extract<Signal, { type: Type }>;

/** Calls the listener for each signal of one type, for as long as the process lives. */
type Listen<Type extends Signal['type']> = (listener: (signal: SignalOf<Type>) => void) => void;

/**
 * A signal goes to a few listeners, one for each kind of stream, and they know by conversation whom it
 * concerns: what a turn costs does not depend on how many streams are open.
 */
export interface Signals {
  send(signal: Signal): void;
  readonly listenConversation: Listen<'conversation'>;
  readonly listenQueue: Listen<'queue'>;
  readonly listenTyping: Listen<'typing'>;
  readonly listenStatus: Listen<'status'>;
  readonly listenMissed: Listen<'missed'>;
}

/** Signals within this process. */
export function createSignals(): Signals {
  const conversation = createChannel<'conversation'>();
  const queue = createChannel<'queue'>();
  const typing = createChannel<'typing'>();
  const status = createChannel<'status'>();
  const missed = createChannel<'missed'>();
  return {
    send: (signal) => {
      if (signal.type === 'conversation') conversation.send(signal);
      else if (signal.type === 'queue') queue.send(signal);
      else if (signal.type === 'typing') typing.send(signal);
      else if (signal.type === 'status') status.send(signal);
      else missed.send(signal);
    },
    listenConversation: conversation.listen,
    listenQueue: queue.listen,
    listenTyping: typing.listen,
    listenStatus: status.listen,
    listenMissed: missed.listen,
  };
}

function createChannel<Type extends Signal['type']>() {
  const listeners: ((signal: SignalOf<Type>) => void)[] = [];
  const listen: Listen<Type> = (listener) => void listeners.push(listener);
  return {
    listen,
    send: (signal: SignalOf<Type>) => {
      for (const listener of listeners) listener(signal);
    },
  };
}
