import type { AgencyId } from '../ids.ts';
import type { Claim } from './sheet.ts';
import type { LiveBooking } from './standing.ts';

/** Who could come instead, by role: free for the whole length and qualified on that day. */
export type StandIns = ReadonlyMap<string, Claim['sheet']>;

/** What one person had, what another takes instead, and all that the booking has then. */
export interface Swap {
  readonly from: readonly Claim[];
  readonly to: readonly Claim[];
  readonly claims: readonly Claim[];
}

/** What people of an agency were taken for in these roles. */
export const takenFor = (
  { claims }: Pick<LiveBooking, 'claims'>,
  agency: AgencyId,
  roles: readonly string[],
): Claim[] =>
  claims.filter(
    (claim) => claim.agency === agency && claim.role !== undefined && roles.includes(claim.role),
  );

/** Everybody who cannot come is replaced by somebody who can, or the time does not stand. */
export function swapOf(
  booking: LiveBooking,
  { agency, roles }: { readonly agency: AgencyId; readonly roles: readonly string[] },
  standIns: StandIns,
): Swap | undefined {
  const gone = takenFor(booking, agency, roles);
  const filled = new Set(gone.map(({ role }) => role));
  if (roles.some((role) => !filled.has(role) || !standIns.has(role))) return undefined;
  const stays = booking.claims.filter((claim) => !gone.includes(claim));
  const to = gone.map((claim) => ({ ...claim, sheet: standIns.get(claim.role ?? '') ?? '' }));
  // Somebody with two roles who keeps one of them is not let go.
  const from = gone.filter(({ sheet }) => !stays.some((one) => one.sheet === sheet));
  return { from, to, claims: [...stays, ...to] };
}
