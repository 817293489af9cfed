import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../../shared/contract/client.ts';

const TRIES = 3;

/** What was read is in memory only, and gone with the tab. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What was read on an earlier page is shown at once, and read anew.
      staleTime: 1000,
      // What the hub refuses it refuses again; a line that is gone may be back.
      retry: (count, error) =>
        !(error instanceof ProblemError && error.status < 500) && count < TRIES,
      refetchOnWindowFocus: true,
    },
  },
});
