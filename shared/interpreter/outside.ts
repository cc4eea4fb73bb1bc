import type { Event } from '../schema/event.ts';
import { receive } from './run.ts';
import { assign, type Turn } from './turn.ts';

type Result = Extract<Event, { type: 'http-result' | 'ticket-result' }>;

/**
 * An answer from the outside. Its values are kept in any case; the flow goes on only where it still waits
 * for just this answer, and then takes what came meanwhile.
 */
export function takeResult(turn: Turn, event: Result, takePending: (turn: Turn) => void): void {
  if (event.type === 'http-result') {
    for (const [name, value] of Object.entries(event.variables)) assign(turn, name, value);
  }
  const { open } = turn.state;
  if (open?.for !== 'result' || open.memory !== event.id) return;
  const reference = event.type === 'ticket-result' ? event.reference : undefined;
  receive(turn, open, { kind: 'result', ok: event.ok, ...(reference !== undefined && { reference }) });
  takePending(turn);
}
