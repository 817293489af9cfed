import type { Booking } from '../../shared/domain/booking/booking.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { claimsOn, lossesOf } from '../../shared/domain/resource/lost.ts';
import type { Resource } from '../../shared/domain/resource/resource.ts';

/** A booking that cannot stand as it is, or nothing where this resource still can do its part. */
export function brokenView(resource: Resource, booking: Booking, edition: Edition, lang: Lang) {
  const losses = lossesOf(resource, booking, edition);
  if (losses.length === 0 || (booking.state !== 'held' && booking.state !== 'booked')) return [];
  const role = claimsOn(booking, resource).find((claim) => claim.role)?.role;
  const self = `/v1/interviews/${booking.interview}`;
  return [
    {
      interview: booking.interview,
      booking: booking.id,
      state: booking.state,
      ...(role && { role: { code: role, label: edition.label('visitRoles', role, lang) } }),
      start: booking.start,
      end: booking.end,
      because: losses.map((code) => ({ code, label: edition.label('resourceLosses', code, lang) })),
      links: { interview: self, otherTime: `${self}/slots` },
    },
  ];
}
