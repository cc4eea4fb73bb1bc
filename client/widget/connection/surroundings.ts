/** What the connection needs of the browser; tests hand in their own clock, chance, storage and network. */
export interface Surroundings {
  fetch(address: string, init: RequestInit): Promise<Response>;
  /** Reading it may throw: pages can forbid storage (a sandboxed frame, blocked cookies). */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
  uuid(): string;
  /** This instant in ISO 8601. */
  now(): string;
}

/** The surroundings that a browser gives. */
export function createSurroundings(): Surroundings {
  return {
    fetch: (address, init) => fetch(address, init),
    get storage() {
      return localStorage;
    },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
    uuid: createUuid,
    now: () => new Date().toISOString(),
  };
}

/** By hand, since `crypto.randomUUID` exists on secure pages only, and a shop may still be on plain http. */
function createUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');
}
