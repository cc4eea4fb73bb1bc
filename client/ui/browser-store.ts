/** An item this browser remembers, or null; private windows may refuse, and then nothing is remembered. */
export function readBrowserItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers an item in this browser; null forgets it. */
export function writeBrowserItem(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Full or refused: what is on screen stays as it is, it is only not remembered.
  }
}
