import { type Booking, isLive } from '../booking/booking.ts';
import type { AgencyId, CaseId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';

interface Shown {
  readonly visit: Interview;
  readonly bookings: readonly Booking[];
  /** The agency that looks. */
  readonly agency: AgencyId;
  /** Where it may read the case. */
  readonly ofCase: CaseId | undefined;
}

/** A visit in the list of an agency: how soon, at what times, and whose answer is awaited. */
export function visitLineView(
  { visit, bookings, agency, ofCase }: Shown,
  lang: Lang,
  edition: Edition,
) {
  const { id, status, openedAt, tier, site } = visit;
  return {
    id,
    ...(ofCase && { case: ofCase }),
    status: { code: status, label: edition.label('interviewStatuses', status, lang) },
    openedAt,
    deadline: { tier: tier.tier, dueAt: tier.dueAt },
    site: site.agency,
    bookings: bookings.filter(isLive).map((one) => standing(one, agency, lang, edition)),
    links: { self: `/v1/interviews/${id}` },
  };
}

function standing(booking: Booking, agency: AgencyId, lang: Lang, edition: Edition) {
  const { id, purpose, state, start, end, agencies } = booking;
  const own = agencies.find((one) => one.agency === agency)?.state;
  return {
    ...{ id, purpose, start, end },
    state: { code: state, label: edition.label('bookingStates', state, lang) },
    ...(booking.state === 'held' && { expiresAt: booking.expiresAt }),
    ...(own && { own }),
    waitsFor: agencies.filter((one) => one.state === 'asked').map((one) => one.agency),
  };
}
