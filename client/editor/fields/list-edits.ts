/** The list with another item at a place. */
export function replaceAt<T>(list: readonly T[], index: number, item: T): T[] {
  return list.map((each, at) => (at === index ? item : each));
}

/** The list without the item at a place. */
export function removeAt<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}

/** The list with one item a place further up (-1) or down (1). */
export function moveAt<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const moved = [...list];
  const [item] = moved.splice(index, 1);
  if (item !== undefined) moved.splice(index + by, 0, item);
  return moved;
}
