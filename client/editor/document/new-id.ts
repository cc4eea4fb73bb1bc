/** A short id that is not in use; `taken` are those of the same list. */
export function newId(prefix: string, taken: Iterable<string> = []): string {
  const used = new Set(taken);
  for (;;) {
    const id = `${prefix}${crypto.randomUUID().slice(0, 8)}`;
    if (!used.has(id)) return id;
  }
}

/** `base`, or `base` with the smallest number from 2 on that makes it new. */
export function newName(base: string, taken: Iterable<string>, separator = ' '): string {
  const used = new Set(taken);
  if (!used.has(base)) return base;
  let number = 2;
  while (used.has(`${base}${separator}${number}`)) number += 1;
  return `${base}${separator}${number}`;
}
