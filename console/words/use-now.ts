import { useEffect, useState } from 'react';
import { hubNow } from './hub-clock.ts';

const EACH_MS = 15_000;

/** The hub's time, anew often enough for a countdown in minutes. */
export function useNow(): Date {
  const [now, setNow] = useState(hubNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(hubNow()), EACH_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
