import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError, type Request, type Result } from '../../shared/contract/client.ts';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { readAnew } from './read-anew.ts';
import { useHub } from './use-hub.ts';
import { wrongFields } from './wrong-fields.ts';

/**
 * Something that is done at the hub: once, however often it is pressed or sent again. Afterwards
 * everything is read anew that stands under what it is about, such as `['case', id]`; where it may
 * change what is open to whoever did it, `['open', id]` comes first.
 */
export function useAct<E extends Endpoint>(
  endpoint: E,
  about: readonly (readonly unknown[])[],
  onDone?: (answer: Result<E>['body']) => void,
) {
  const call = useHub();
  const queries = useQueryClient();
  const [key, renew] = useState(() => crypto.randomUUID() as string);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (request: Request<E>) => {
      const sent = { ...request, idempotencyKey: key };
      return (await call(endpoint as Endpoint, sent as never)).body as Result<E>['body'];
    },
    onSuccess: async (body) => {
      renew(crypto.randomUUID());
      await readAnew(queries, about);
      onDone?.(body);
    },
    // What was refused was not done: the next try says something else and is another one.
    onError: (refused) => {
      if (refused instanceof ProblemError && refused.status < 500) renew(crypto.randomUUID());
    },
  });
  const problem = error instanceof ProblemError ? error : undefined;
  return {
    act: (request: Request<E>) => {
      if (!isPending) mutate(request);
    },
    isPending,
    error,
    /** Somebody else changed it since it was read. */
    isStale: problem?.code === 'changed-meanwhile',
    /** What the hub says against a field, by the pointer into what was sent. */
    wrong: wrongFields(problem),
    again: async () => {
      reset();
      await readAnew(queries, about);
    },
  };
}
