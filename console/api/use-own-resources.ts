import { listResources } from '../../shared/contract/resources.ts';
import { useMembership } from './use-membership.ts';
import { useRead } from './use-read.ts';

/** The people, rooms and things of one's own agency, by name; none before they are known. */
export function useOwnResources() {
  const own = useMembership().data?.agency;
  const { data } = useRead(
    ['resources', own],
    listResources,
    { query: { agency: own as NonNullable<typeof own> } },
    { when: own !== undefined },
  );
  return data?.items ?? [];
}
