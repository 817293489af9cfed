import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFeed } from './use-feed.ts';

/**
 * Reads a list anew when anything comes into the agency's feed while the page is open. The kept
 * position is the agency's system's; this only looks.
 */
export function useNews(key: readonly unknown[]): void {
  const queries = useQueryClient();
  const { last } = useFeed();
  const known = useRef(last);
  const name = JSON.stringify(key);
  useEffect(() => {
    const grew = known.current !== undefined && last !== known.current;
    known.current = last;
    if (grew) void queries.invalidateQueries({ queryKey: JSON.parse(name) as unknown[] });
  }, [last, queries, name]);
}
