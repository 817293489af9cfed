import type { Booking } from '../booking/booking.ts';
import type { DaySheet } from '../booking/day-sheet.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { closingsOf, collisions, type DayChange, dayChanges } from './closing.ts';
import { lossesOf, newlyLost } from './lost.ts';
import type { Resource } from './resource.ts';

interface Changing {
  readonly before: Resource | undefined;
  readonly after: Resource;
  /** Its day sheets from today on, by day. */
  readonly sheets: ReadonlyMap<string, DaySheet>;
  /** What stands on them, held or booked. */
  readonly bookings: readonly Booking[];
  readonly today: string;
  readonly at: string;
  /** Epoch seconds before which a hold must have ended to be gone. */
  readonly expired: number;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly event: EventId;
}

/** As many days as one transaction closes or opens, with all else that stands in it. */
export const DAYS_MOST = 60;

/** Of one transaction: days, agencies that are told, visits to be looked at; the rest is for the record. */
const WRITES_MOST = 90;

/** As many ids as fit into one code of an event. */
const NAMED_MOST = 7;

export interface Changed extends Decision {
  /** Day sheets to be written with it: leave and a booking exclude each other there. */
  readonly days: readonly DayChange[];
  readonly lost: readonly Booking[];
}

/**
 * A resource as it is from now on. A planned absence over a booking is refused; whatever cannot be
 * helped is taken as it is, and told to the agencies whose visits break.
 */
export function changeResource(changing: Changing, edition: Edition): Changed {
  const { before, after, sheets, bookings, today } = changing;
  const closings = closingsOf(after.availability, today);
  const days = dayChanges(closings, sheets);
  if (days.length > DAYS_MOST) throw new Refusal('too-many-days', [tooMany(days)]);
  const met = collisions(days, closings, sheets, changing.expired);
  if (met.length > 0) {
    throw new Refusal(
      'leave-over-booking',
      met.flatMap(({ day, pointer, bookings: ids }) =>
        ids.map((id) =>
          over(
            pointer,
            day,
            bookings.find((one) => one.id === id),
          ),
        ),
      ),
    );
  }
  const lost = before ? newlyLost(before, after, bookings, edition) : [];
  const event = eventOf(changing, lost, edition);
  if (days.length + event.to.length + visitsOf(lost).length > WRITES_MOST) {
    throw new Refusal('too-many-days', [tooMany(days)]);
  }
  return { kept: [after], events: [event], days, lost };
}

const tooMany = (days: readonly DayChange[]) => ({
  pointer: '/availability/leave',
  code: 'too-many-days',
  says: {
    label: { ka: `${days.length} დღე`, en: `${days.length} days` },
    instead: {
      ka: `ერთ მოთხოვნაში იხურება ან იხსნება ${DAYS_MOST} დღემდე.`,
      en: `One call closes or opens up to ${DAYS_MOST} days.`,
    },
  },
});

/** Which booking stands in the way, and on which day. */
const over = (pointer: string, day: string, booking: Booking | undefined) => {
  const what = `${day}: ${booking?.interview ?? '-'}`;
  return {
    pointer,
    code: 'booked',
    says: {
      label: { ka: what, en: what },
      instead: {
        ka: 'ჯერ გადაიტანეთ ეს მიღება ან იპოვეთ შემცვლელი.',
        en: 'Move this visit or find a stand-in for it first.',
      },
    },
  };
};

function eventOf(changing: Changing, lost: readonly Booking[], edition: Edition): JournalEvent {
  const { after, at, by, event: id } = changing;
  const event = {
    id,
    at,
    by,
    subject: { kind: 'resource' as const, id: after.id },
    version: after.version,
    policy: edition.reference,
  };
  if (lost.length === 0) return { ...event, type: 'resource.changed', to: [] };
  const told = new Set(lost.flatMap((one) => [one.site, ...one.told]));
  const first = lost.toSorted((a, b) => a.start.localeCompare(b.start));
  return {
    ...event,
    type: 'resource.lost',
    to: [...told].filter((agency) => agency !== by.agency),
    codes: {
      because: lost.flatMap((one) => lossesOf(after, one, edition))[0] ?? '',
      bookings: String(lost.length),
      day: first[0]?.claims.find(({ sheet }) => sheet === after.id)?.day ?? '',
      ...named(visitsOf(first)),
    },
  };
}

const visitsOf = (bookings: readonly Booking[]): string[] => [
  ...new Set(bookings.map(({ interview }) => interview)),
];

/** The visits that break, in as many codes as they need. */
const named = (visits: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: Math.ceil(visits.length / NAMED_MOST) }, (_, i) => [
      i === 0 ? 'interviews' : `interviews-${i + 1}`,
      visits.slice(i * NAMED_MOST, (i + 1) * NAMED_MOST).join(' '),
    ]),
  );
