import type { Event } from '../schema/event.ts';
import type { State } from '../schema/state.ts';

/** Whether this event brings the conversation to the newest release: nothing of the old one is going on. */
export function movesOn(state: State, event: Pick<Event, 'type'>): boolean {
  if (event.type === 'resolved') return true;
  if (event.type !== 'message' && event.type !== 'start') return false;
  return state.handler === 'bot' && !state.lent && state.open === null && state.stack.length === 0;
}
