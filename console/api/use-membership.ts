import { useQuery } from '@tanstack/react-query';
import { getMembership } from '../../shared/contract/directory.ts';
import { useSession } from '../session/use-session.ts';
import { useHub } from './use-hub.ts';

/** Who is signed in, as the hub knows them: the agency and its kind decide what is offered. */
export function useMembership() {
  const call = useHub();
  const signedIn = useSession() !== 'signed-out';
  return useQuery({
    queryKey: ['membership'],
    queryFn: async () => (await call(getMembership)).body,
    enabled: signedIn,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
