import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So near the end counts as at the end, in pixels. */
const nearPx = 48;

/**
 * Keeps a scrolled list at its end while it grows (`length` says when), unless the reader has scrolled up.
 * What is put in above (earlier messages) leaves in place what the reader looks at.
 */
export function useFollowEnd(length: number): {
  ref: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  toEnd: () => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = () => {
    if (ref.current) ref.current.scrollTop = ref.current.scrollHeight;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `length` is what makes the list grow.
  useLayoutEffect(() => {
    if (following.current && ref.current) ref.current.scrollTop = ref.current.scrollHeight;
  }, [length]);
  useEffect(() => {
    const list = ref.current;
    if (!list) return undefined;
    const look = () => {
      following.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearPx;
      setAtEnd(following.current);
    };
    const keep = new ResizeObserver(() => {
      if (following.current) list.scrollTop = list.scrollHeight;
    });
    list.addEventListener('scroll', look, { passive: true });
    keep.observe(list);
    return () => {
      list.removeEventListener('scroll', look);
      keep.disconnect();
    };
  }, []);
  return { ref, atEnd, toEnd };
}
