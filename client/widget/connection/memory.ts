import type { Pending } from './chat-state.ts';
import type { Surroundings } from './surroundings.ts';

/** The key to one conversation. */
export interface Key {
  readonly id: string;
  readonly token: string;
}

/** What this browser keeps of a bot from one page to the next. */
export interface Kept {
  /** The running conversation. */
  readonly key?: Key | undefined;
  /** The client's id of a call to open that was not answered yet. */
  readonly openId?: string | undefined;
  /** Finished conversations, the newest first. */
  readonly past?: readonly Key[];
  /** Typed, not sent. */
  readonly draft?: string;
  /** Whether the customer said anything in the running conversation. */
  readonly spoke?: boolean;
  /** Number of the newest message that was on screen. */
  readonly read?: number;
  /** Said, and not yet confirmed by the server. */
  readonly outbox?: readonly Pending[];
}

/** What is kept of one bot in the browser's storage; read anew each time, since other tabs write it too. */
export interface Memory {
  read(): Kept;
  write(change: Kept): void;
}

/** The memory of one bot; where the browser keeps nothing, it lasts as long as the page. */
export function createMemory(tools: Surroundings, bot: string): Memory {
  const place = `baton:${bot}`;
  /** Set once the storage refuses to write (full, forbidden): then only this page knows. */
  let own: Kept | undefined;
  const read = (): Kept => {
    try {
      return own ?? JSON.parse(tools.storage.getItem(place) || '{}') ?? {};
    } catch {
      return {};
    }
  };
  return {
    read,
    write(change) {
      const kept = { ...read(), ...change };
      try {
        tools.storage.setItem(place, JSON.stringify(kept));
      } catch {
        own = kept;
      }
    },
  };
}
