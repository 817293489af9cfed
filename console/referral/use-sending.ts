import { onlineManager } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Sending, sendUntilAnswered } from './sending.ts';

/** Over when the time is up or the browser says that the line is back. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, ms);
    const stop = onlineManager.subscribe((online) => online && done());
  });

/** Sends once however often it is pressed, and warns whoever leaves before there is a receipt. */
export function useSending<R>() {
  const [sending, tell] = useState<Sending<R>>({ state: 'writing' });
  const busy = useRef(false);
  const open = sending.state === 'sending' || sending.state === 'unsent';

  useEffect(() => {
    if (!open) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [open]);

  const send = useCallback(async (attempt: (key: string) => Promise<R>) => {
    if (busy.current) return;
    busy.current = true;
    const key = crypto.randomUUID();
    const options = { attempt: () => attempt(key), tell, pause, now: Date.now };
    await sendUntilAnswered(options).finally(() => {
      busy.current = false;
    });
  }, []);
  return { sending, send };
}
