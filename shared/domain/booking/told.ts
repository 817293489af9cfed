import type { AgencyId, EventId } from '../ids.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import type { Booking } from './booking.ts';

/** Who acts; the hub itself, where nobody does. */
export interface By {
  readonly sub: string;
  readonly agency?: AgencyId | undefined;
}

interface Telling {
  readonly type: EventType;
  readonly id: EventId;
  /** The interview's version after the write. */
  readonly version: number;
  readonly by: By;
  readonly at: string;
  readonly codes?: Readonly<Record<string, string>>;
  /** Beside those who learn of the booking anyhow. */
  readonly also?: readonly AgencyId[];
}

/** What has become of a booking, to everybody who has to know: ids, codes and times alone. */
export function toldOf(booking: Booking, telling: Telling): JournalEvent {
  const { type, id, version, by, at, codes, also = [] } = telling;
  const { interview, file, referral, case: of, told, purpose, start, policy } = booking;
  const others = told.filter((agency) => agency !== by.agency);
  return {
    id,
    type,
    at,
    subject: { kind: 'interview', id: interview },
    version,
    by: { sub: by.sub, agency: by.agency },
    file,
    referral,
    case: of,
    to: [...new Set([...others, ...also])],
    ...(booking.state === 'held' && { deadline: booking.expiresAt }),
    codes: { booking: booking.id, purpose, start, ...codes },
    policy,
  };
}
