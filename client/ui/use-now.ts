import { useEffect, useState } from 'react';

/** The time in epoch milliseconds, fresh every half minute, for texts like '4 min ago'. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
