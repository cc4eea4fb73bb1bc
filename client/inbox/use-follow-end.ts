import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** So near the end counts as at the end, in pixels. */
const nearPx = 48;

/**
 * Keeps a scrolled box, whose only child is its content, at its end while the content grows, unless the
 * reader has scrolled up.
 */
export function useFollowEnd(): {
  ref: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  toEnd: () => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = () => {
    following.current = true;
    if (ref.current) ref.current.scrollTop = ref.current.scrollHeight;
  };
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    box.scrollTop = box.scrollHeight;
    const look = () => {
      following.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
      setAtEnd(following.current);
    };
    const keep = new ResizeObserver(() => {
      if (following.current) box.scrollTop = box.scrollHeight;
    });
    box.addEventListener('scroll', look, { passive: true });
    keep.observe(box);
    if (box.firstElementChild) keep.observe(box.firstElementChild);
    return () => {
      box.removeEventListener('scroll', look);
      keep.disconnect();
    };
  }, []);
  return { ref, atEnd, toEnd };
}
