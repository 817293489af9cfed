import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readFeed } from '../../shared/contract/feed.ts';
import { useHub } from './use-hub.ts';

const WAIT_S = 20;
const AFTER_A_FAULT_MS = 5000;

/**
 * Watches the agency's feed while the page is open and reads a list anew when anything comes in. The
 * kept position is the agency's system's; this only looks.
 */
export function useNews(key: readonly unknown[]): void {
  const call = useHub();
  const queries = useQueryClient();
  const name = JSON.stringify(key);
  useEffect(() => {
    let stopped = false;
    async function watch(): Promise<void> {
      let after = (await call(readFeed, { query: { limit: 1 } })).body.last;
      while (!stopped) {
        const { last } = (await call(readFeed, { query: { after, limit: 1, wait: WAIT_S } })).body;
        if (last > after)
          await queries.invalidateQueries({ queryKey: JSON.parse(name) as unknown[] });
        after = last;
      }
    }
    async function keepWatching(): Promise<void> {
      while (!stopped) {
        await watch().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, AFTER_A_FAULT_MS));
      }
    }
    void keepWatching();
    return () => {
      stopped = true;
    };
  }, [call, queries, name]);
}
