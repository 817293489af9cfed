import { useInfiniteQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { useHub } from './use-hub.ts';

/** An endpoint that answers with a page of a list. */
type ListEndpoint = Endpoint & {
  readonly answers: { 200: z.ZodType<{ items: readonly unknown[]; next?: string | undefined }> };
};
type Item<E extends ListEndpoint> = z.output<E['answers'][200]>['items'][number];

/** A list of the hub, page after page, as far as somebody asked to see; `path` where it is of one record. */
export function usePages<E extends ListEndpoint>(
  key: readonly unknown[],
  endpoint: E,
  query: Readonly<Record<string, unknown>>,
  path?: Readonly<Record<string, unknown>>,
) {
  const call = useHub();
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [...key, query],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const at = pageParam ? { at: pageParam } : {};
      // One call for every list: the types of a single one are given back below.
      const { body } = await call(endpoint as ListEndpoint, { query, path, ...at } as never);
      return body as { items: readonly Item<E>[]; next?: string };
    },
    getNextPageParam: ({ next }) => next,
  });
  return {
    items: data?.pages.flatMap(({ items }) => items) ?? [],
    isFirst: isPending,
    error,
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    again: () => void refetch(),
  };
}
