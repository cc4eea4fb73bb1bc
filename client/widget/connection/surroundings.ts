/** What the connection needs of the browser; tests hand in their own clock, chance, storage and network. */
export interface Surroundings {
  fetch(address: string, init: RequestInit): Promise<Response>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Resolves after so many milliseconds, or at once when the signal is aborted; never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
  uuid(): string;
}

export function createSurroundings(): Surroundings {
  return {
    fetch: (address, init) => fetch(address, init),
    storage: openStorage(),
    wait: waitFor,
    random: Math.random,
    uuid: createUuid,
  };
}

/** Pages may forbid storage (a sandboxed frame, blocked cookies): then the chat lives as long as the page. */
function openStorage(): Surroundings['storage'] {
  try {
    localStorage.setItem('baton', '');
    localStorage.removeItem('baton');
    return localStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** `crypto.randomUUID` exists on secure pages only, and a shop may still be on plain http. */
function createUuid(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
