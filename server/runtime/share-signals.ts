import type { ChangedConversation, Neighbours } from '../store/neighbours.ts';
import { type Repeated, repeat } from './background/repeat.ts';
import type { Clock } from './clock.ts';
import type { Log } from './deps.ts';
import type { Signal, Signals } from './signals.ts';

/** What this process keeps in memory that another one may have changed. */
export interface Memories {
  forgetConversation(id: string): void;
  forgetDesk(): void;
  forgetBots(): void;
}

export interface SharedSignals {
  signals: Signals;
  /** Tells the others that bots were changed here. */
  tellBots(): void;
  /** Looks every second for changes that nobody told of. */
  start(): Repeated;
}

interface Options extends Memories {
  clock: Clock;
  log: Log;
}

const lookEveryMs = 1_000;
/** Clocks of several processes differ a little, and a commit takes a while to be seen. */
const overlapMs = 2_000;
const mostAtOnce = 1_000;
/** Stands beside the signals on the neighbours. */
const botsChanged = 'bots';

/**
 * Signals that reach the live readers of every process: sent ones go out to the others, theirs come in as if they
 * were our own. Since any of them may get lost, changed conversations are also looked for.
 */
export function shareSignals(local: Signals, neighbours: Neighbours, options: Options): SharedSignals {
  const known = new Map<string, number>();
  const tellHere = (signal: Signal): void => {
    if (signal.type === 'conversation') {
      known.set(signal.conversation, signal.at);
      options.forgetConversation(signal.conversation);
    }
    if (signal.type === 'queue' || signal.type === 'status') options.forgetDesk();
    local.send(signal);
  };
  neighbours.listen(
    (text) => (text === botsChanged ? options.forgetBots() : tellHere(JSON.parse(text) as Signal)),
    () => {
      options.forgetBots();
      options.forgetDesk();
      local.send({ type: 'missed' });
    },
  );
  return {
    signals: {
      ...local,
      send: (signal) => {
        if (signal.type === 'conversation') known.set(signal.conversation, signal.at);
        if (signal.type !== 'missed') neighbours.post(JSON.stringify(signal));
        local.send(signal);
      },
    },
    tellBots: () => neighbours.post(botsChanged),
    start: () => lookForChanges(neighbours, known, tellHere, options),
  };
}

/** Tells of conversations that were changed without a word; `known` holds the last change of each that was told. */
function lookForChanges(
  { changedSince }: Neighbours,
  known: Map<string, number>,
  tell: (signal: Signal) => void,
  options: Options,
): Repeated {
  let from = options.clock.now();
  const look = async (): Promise<null> => {
    const began = options.clock.now();
    for (let since = from - overlapMs; ; ) {
      const changed = await changedSince(since, mostAtOnce);
      for (const one of changed) if ((known.get(one.id) ?? 0) < one.at) tell(toSignal(one));
      const last = changed.at(-1);
      if (!last || changed.length < mostAtOnce) break;
      since = Math.max(last.at, since + 1);
    }
    from = began;
    for (const [id, at] of known) if (at < began - 5 * overlapMs) known.delete(id);
    return null;
  };
  return repeat(options, look, lookEveryMs);
}

function toSignal({ id, number, department, begun, at }: ChangedConversation): Signal {
  return { type: 'conversation', conversation: id, number, departments: [department], begun, at };
}
