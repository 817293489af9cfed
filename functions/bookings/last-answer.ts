import type { Booking } from '../../shared/domain/booking/booking.ts';
import type { Qualified } from '../../shared/domain/booking/confirm.ts';
import type { Decline } from '../../shared/domain/booking/parts.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { ResourceId } from '../../shared/domain/ids.ts';
import { Resource } from '../../shared/domain/resource/resource.ts';
import { resourceKey } from '../../shared/store/keys.ts';
import { type BookingDeps, declinesOf } from './booking-steps.ts';

export interface LastLook {
  readonly qualified: Qualified;
  readonly watched: readonly Decline[];
}

/** What only the last answer has to look at; nothing is read while others are still waited for. */
export async function lastLook(
  deps: BookingDeps,
  { interview, agencies, claims }: Booking,
  answering: AgencyId,
): Promise<LastLook> {
  const waits = agencies.some(({ agency, state }) => state === 'asked' && agency !== answering);
  if (waits) return { qualified: new Map(), watched: [] };
  const people = claims.flatMap(({ sheet, role }) => (role ? [ResourceId.parse(sheet)] : []));
  const [items, declines] = await Promise.all([
    deps.table.getAll([...new Set(people)].map(resourceKey)),
    declinesOf(deps, interview),
  ]);
  const resources = items.map((item) => Resource.parse(item));
  return {
    qualified: new Map(resources.map(({ id, qualifications }) => [id, qualifications])),
    watched: declines.filter(({ watched }) => watched !== undefined),
  };
}
