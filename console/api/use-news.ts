import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { readAnew } from './read-anew.ts';
import { useFeed } from './use-feed.ts';

/**
 * Reads anew, one after the other, when anything comes into the agency's feed while the page is
 * open. The kept position is the agency's system's; this only looks.
 */
export function useNews(...keys: readonly (readonly unknown[])[]): void {
  const queries = useQueryClient();
  const { last } = useFeed();
  const known = useRef(last);
  const names = JSON.stringify(keys);
  useEffect(() => {
    const grew = known.current !== undefined && last !== known.current;
    known.current = last;
    if (grew) void readAnew(queries, JSON.parse(names) as unknown[][]);
  }, [last, queries, names]);
}
