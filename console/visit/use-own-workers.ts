import { listResources } from '../../shared/contract/resources.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import type { Option } from '../design/components/choice.tsx';

/** The people of one's own agency who can be booked and have an account, by name. */
export function useOwnWorkers(): Option[] {
  const own = useMembership().data?.agency;
  const { data } = useRead(
    ['resources', own],
    listResources,
    { query: { agency: own as NonNullable<typeof own> } },
    { when: own !== undefined },
  );
  return (data?.items ?? []).flatMap(({ account, name, withdrawnAt }) =>
    account && !withdrawnAt ? [{ value: account, label: name ?? account }] : [],
  );
}
