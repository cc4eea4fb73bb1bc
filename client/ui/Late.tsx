import { type ReactNode, useEffect, useState } from 'react';

/** Shows its children only after 200 ms, so that what loads fast does not flicker. */
export function Late({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return shown ? children : null;
}
