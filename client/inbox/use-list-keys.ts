import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { FolderFilter, InboxItem } from '../../shared/api/inbox-conversation.ts';

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

/**
 * Lets j and k anywhere, and the arrows within the list, open the next and the previous conversation.
 * Returns the ref of the list.
 */
export function useListKeys(
  items: readonly InboxItem[],
  folder: FolderFilter,
): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();
  const { conversation } = useParams();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      return;
    const inList = list.current?.contains(event.target as Node) ?? false;
    if (event.key.startsWith('Arrow') && !inList) return;
    const next = findNext(items, conversation, step);
    if (!next) return;
    event.preventDefault();
    void navigate(`/inbox/${encodeURIComponent(next.id)}?folder=${folder}`);
    list.current?.querySelectorAll('a')[items.indexOf(next)]?.focus();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return list;
}

/** The conversation one step further; the first or the last one when none is open. */
export function findNext(
  items: readonly InboxItem[],
  open: string | undefined,
  step: number,
): InboxItem | undefined {
  const index = items.findIndex(({ id }) => id === open);
  if (index < 0) return step > 0 ? items[0] : items.at(-1);
  return items[index + step];
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.role === 'menuitem')
  );
}
