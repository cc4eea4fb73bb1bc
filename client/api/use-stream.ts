import { useEffect, useEffectEvent, useState } from 'react';
import { type EventOf, type EventSchemas, openStream, type StreamState } from './open-stream.ts';

/**
 * Listens to a stream of server-sent events while the component is shown; null listens to nothing.
 * Returns whether it is live. `onGap`: events may have been missed, read everything again.
 */
export function useStream<Schemas extends EventSchemas>(
  address: string | null,
  schemas: Schemas,
  listener: { onEvent(event: EventOf<Schemas>): void; onGap(): void },
): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const onEvent = useEffectEvent((event: EventOf<Schemas>) => listener.onEvent(event));
  const onGap = useEffectEvent(() => listener.onGap());
  useEffect(() => {
    if (address === null) return undefined;
    return openStream(address, schemas, {
      onEvent: (event) => onEvent(event),
      onGap: () => onGap(),
      onState: setState,
    });
  }, [address, schemas]);
  return state;
}
