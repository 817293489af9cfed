import { ProblemError } from '../../shared/contract/client.ts';
import { getRoster } from '../../shared/contract/duty.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';

/** Roles that keep the roster and take duty; to others the hub shows no telephones. */
const KEEPERS = ['duty', 'supervisor', 'administrator'];

/** The roster of one's own agency; `none` where it has published none yet. */
export function useRoster() {
  const { data: me } = useMembership();
  const agency = me?.agency as AgencyId;
  const isKeeper = me?.roles.some((role) => KEEPERS.includes(role)) ?? false;
  const read = useRead(
    ['duty', agency],
    getRoster,
    { path: { agencyId: agency } },
    { when: isKeeper },
  );
  const none = read.error instanceof ProblemError && read.error.status === 404;
  return { me, agency, isKeeper, read, none };
}
