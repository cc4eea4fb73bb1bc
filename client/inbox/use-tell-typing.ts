import { useCallback, useRef } from 'react';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import { call } from '../api/call.ts';

/** The customer's page shows a hint for some seconds, so one call in three seconds keeps it up. */
const everyMs = 3_000;

/** Tells the customer that the agent is typing. */
export function useTellTyping(conversation: string): () => void {
  const told = useRef(0);
  return useCallback(() => {
    const now = Date.now();
    if (now - told.current < everyMs) return;
    told.current = now;
    // Only a courtesy: when it fails nothing is lost.
    call(inboxRoutes.inboxTyping, { params: { id: conversation } }).catch(() => {});
  }, [conversation]);
}
