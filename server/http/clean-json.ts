/** Deeper than any bot file or call needs; deeper values only serve to overflow somebody's stack. */
const deepest = 64;

/**
 * Makes parsed JSON safe to store, in place: U+0000 goes, and half a surrogate pair (an emoji that a client
 * cut in two) becomes U+FFFD, since databases refuse both. False when it is nested too deeply.
 */
export function cleanJson(value: unknown): boolean {
  let level: object[] = isContainer(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === deepest) return false;
    const next: object[] = [];
    for (const container of level) cleanContainer(container, next);
    level = next;
  }
  return true;
}

/** A text that every database can store. */
export function cleanText(text: string): string {
  return unstorable.test(text) ? text.replaceAll('\0', '').replace(halfPairs, '\ufffd') : text;
}

const unstorable = /\0|\p{Surrogate}/u;
const halfPairs = /\p{Surrogate}/gu;

function cleanContainer(container: object, next: object[]): void {
  for (const [key, inner] of Object.entries(container)) {
    if (isContainer(inner)) next.push(inner);
    else if (typeof inner === 'string' && unstorable.test(inner))
      Reflect.set(container, key, cleanText(inner));
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
