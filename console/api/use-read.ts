import { useQuery } from '@tanstack/react-query';
import type { Request, Result } from '../../shared/contract/client.ts';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { useLanguage } from '../words/use-language.ts';
import { useHub } from './use-hub.ts';

interface Reading {
  /** Read anew after so many milliseconds, while somebody looks. */
  readonly every?: number;
  /** Not before something else is known. */
  readonly when?: boolean;
}

/**
 * One answer of the hub, kept under what it is about: `['case', id, 'safety']`. Whatever is done to
 * the case reads everything anew that stands under `['case', id]`.
 */
export function useRead<E extends Endpoint>(
  about: readonly unknown[],
  endpoint: E,
  request: Request<E>,
  { every, when = true }: Reading = {},
) {
  const call = useHub();
  const lang = useLanguage();
  return useQuery({
    queryKey: [...about, endpoint.path, lang],
    queryFn: async () => {
      const { body } = await call(endpoint as Endpoint, request as never);
      return body as Result<E>['body'];
    },
    enabled: when,
    ...(every && { refetchInterval: every }),
  });
}
