/** Deeper than any bot file or call needs; deeper values only serve to overflow somebody's stack. */
const deepest = 64;

/**
 * Makes parsed JSON safe to store, in place: U+0000 goes, and half a surrogate pair (an emoji that a client
 * cut in two) becomes U+FFFD, since databases refuse both. False when it is nested too deeply.
 */
export function cleanJson(value: unknown): boolean {
  return !isContainer(value) || cleanContainer(value, 1);
}

/** A text that every database can store. */
export function cleanText(text: string): string {
  return unstorable.test(text) ? text.replaceAll('\0', '').replace(halfPairs, '\ufffd') : text;
}

const unstorable = /\0|\p{Surrogate}/u;
const halfPairs = /\p{Surrogate}/gu;

function cleanContainer(container: object, depth: number): boolean {
  if (depth > deepest) return false;
  // Parsed JSON has no keys but its own; listing them first would cost more than all the rest.
  for (const key in container) {
    const inner: unknown = Reflect.get(container, key);
    if (typeof inner === 'string') {
      if (unstorable.test(inner)) Reflect.set(container, key, cleanText(inner));
    } else if (isContainer(inner) && !cleanContainer(inner, depth + 1)) return false;
  }
  return true;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
