/**
 * Remembers what a pure function made of a text. When it knows `most` texts it forgets them all, so that
 * texts which customers make up cannot fill the memory.
 */
export function memoise<Result>(
  compute: (text: string) => Result,
  most = Number.POSITIVE_INFINITY,
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = compute(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
