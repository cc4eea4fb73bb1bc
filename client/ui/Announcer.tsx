import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(sentence: string) => void>(() => {});

/** Reads sentences aloud to who uses a screen reader, when they have finished what they hear now. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  const announce = useCallback(
    (sentence: string) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })),
    [],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden role="status">
        {/* A new key makes the same sentence twice be read twice. */}
        <span key={said.turn}>{said.sentence}</span>
      </VisuallyHidden>
    </AnnounceContext>
  );
}

/** How a component below an `Announcer` has a sentence read aloud. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnounceContext);
}
