import { type RefObject, useEffect, useRef } from 'react';

/** Scrolls a row of links, which a phone cannot show whole, to the one that is open (`current` says which). */
export function useCurrentInView<Row extends HTMLElement>(current: string): RefObject<Row | null> {
  const row = useRef<Row>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `current` is what moves the mark in the row.
  useEffect(() => {
    row.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return row;
}
