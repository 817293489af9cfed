import type { RawItem } from './local-table.ts';

/**
 * Looks for what must never be, in the raw items alone: it shares no code with what wrote them. One
 * line for each thing that is wrong.
 */
export function wrongWith(rows: readonly RawItem[], now: string, skewSeconds: number): string[] {
  const bookings = rows.filter(({ what }) => what === 'booking') as unknown as RawBooking[];
  const sheets = rows.filter(({ what }) => what === 'sheet');
  const visits = rows.filter(({ what }) => what === 'interview') as unknown as RawVisit[];
  const events = rows.filter(({ what }) => what === 'event') as unknown as RawEvent[];
  const seconds = Math.floor(Date.parse(now) / 1000);
  return [
    ...doubled(bookings, seconds),
    ...partial(bookings, sheets, seconds),
    ...takenByTheDead(bookings, sheets, seconds),
    ...finalisedLate(events, skewSeconds),
    ...halfWritten(visits, bookings, events),
  ];
}

interface RawBooking {
  readonly id: string;
  readonly interview: string;
  readonly state: string;
  readonly purpose: string;
  readonly expiresAt?: string;
  readonly claims: readonly {
    readonly sheet: string;
    readonly day: string;
    readonly from: number;
    readonly to: number;
    readonly group?: string;
  }[];
}
interface RawVisit {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly booking?: string;
  readonly meeting?: { readonly booking?: string };
}
interface RawEvent {
  readonly type: string;
  readonly at: string;
  readonly version: number;
  readonly subject: { readonly id: string };
  readonly deadline?: string;
  readonly codes?: Readonly<Record<string, string>>;
}
interface RawQuarter {
  readonly by: string;
  readonly until?: number;
  readonly with?: readonly { readonly by: string; readonly until?: number }[];
}

const endOf = ({ expiresAt }: RawBooking): number => Math.floor(Date.parse(expiresAt ?? '') / 1000);
const counts = (booking: RawBooking, now: number): boolean =>
  booking.state === 'booked' || (booking.state === 'held' && endOf(booking) > now);

const quartersOf = ({ claims }: RawBooking) =>
  claims.flatMap(({ sheet, day, from, to, group }) =>
    Array.from({ length: to - from }, (_, i) => ({
      place: `RESOURCE#${sheet} DAY#${day}`,
      name: `q${String(from + i).padStart(2, '0')}`,
      group,
    })),
  );

/** No quarter of anything belongs to two bookings, but for those of one family that share it. */
function doubled(bookings: readonly RawBooking[], now: number): string[] {
  const owners = new Map<string, { id: string; group: string | undefined }>();
  const wrong: string[] = [];
  for (const booking of bookings.filter((one) => counts(one, now))) {
    for (const { place, name, group } of quartersOf(booking)) {
      const other = owners.get(`${place} ${name}`);
      const shares = group !== undefined && other?.group === group;
      if (other && other.id !== booking.id && !shares) {
        wrong.push(`double booking: ${place} ${name} is of ${other.id} and of ${booking.id}`);
      }
      owners.set(`${place} ${name}`, { id: booking.id, group });
    }
  }
  return wrong;
}

const holdersOf = (quarter: unknown) => {
  const { by, until, with: others = [] } = (quarter ?? {}) as RawQuarter;
  return by === undefined ? [] : [{ by, until }, ...others];
};

/** Whoever has a time has all of it, and the days say so. */
function partial(
  bookings: readonly RawBooking[],
  sheets: readonly RawItem[],
  now: number,
): string[] {
  const byPlace = new Map(sheets.map((sheet) => [`${sheet.pk} ${sheet.sk}`, sheet]));
  return bookings
    .filter((one) => counts(one, now))
    .flatMap((booking) =>
      quartersOf(booking).flatMap(({ place, name }) => {
        const own = holdersOf(byPlace.get(place)?.[name]).find(({ by }) => by === booking.id);
        const until = booking.state === 'held' ? endOf(booking) : undefined;
        if (own && own.until === until) return [];
        return [`partial: ${booking.id} is ${booking.state} and ${place} ${name} does not say so`];
      }),
    );
}

/** Nothing is kept for what is over: neither for ever nor until an end that is still to come. */
function takenByTheDead(
  bookings: readonly RawBooking[],
  sheets: readonly RawItem[],
  now: number,
): string[] {
  const states = new Map(bookings.map((booking) => [booking.id, booking.state]));
  return sheets.flatMap((sheet) =>
    Object.entries(sheet)
      .filter(([name]) => /^q\d\d$/.test(name))
      .flatMap(([name, quarter]) =>
        holdersOf(quarter).flatMap(({ by, until }) => {
          const state = states.get(by);
          // What was used up stays taken: it is past.
          const used = state === 'booked' || state === 'over';
          const alive = until === undefined ? used : state === 'held' || until <= now;
          return alive ? [] : [`dead: ${sheet.pk} ${sheet.sk} ${name} is of ${by}, ${state}`];
        }),
      ),
  );
}

/** Nothing was made final when its hold had run out, by the clock of whoever made it final. */
function finalisedLate(events: readonly RawEvent[], skewSeconds: number): string[] {
  const ofBooking = Map.groupBy(events, ({ codes }) => codes?.booking ?? '');
  return [...ofBooking].flatMap(([booking, all]) => {
    const inOrder = all.toSorted((a, b) => a.version - b.version);
    return inOrder.flatMap((event, place) => {
      if (event.type !== 'interview.booked') return [];
      const held = inOrder.slice(0, place).findLast(({ deadline }) => deadline !== undefined);
      const last = Date.parse(held?.deadline ?? '') - skewSeconds * 1000;
      return Date.parse(event.at) < last ? [] : [`late: ${booking} was booked at ${event.at}`];
    });
  });
}

/** Visit and bookings say the same, and each change of a visit has its one event. */
function halfWritten(
  visits: readonly RawVisit[],
  bookings: readonly RawBooking[],
  events: readonly RawEvent[],
): string[] {
  return visits.flatMap(({ id, status, version, booking, meeting }) => {
    const own = bookings.filter((one) => one.interview === id);
    const live = (purpose: string) =>
      own.filter((one) => one.purpose === purpose && /^(held|booked)$/.test(one.state));
    const [visit, ...more] = live('visit');
    const wanted = visit ? `${visit.state} ${visit.id}` : 'planning';
    const found = booking ? `${status} ${booking}` : status;
    const meetings = live('planning-meeting').map((one) => one.id);
    const happened = events.filter(({ subject }) => subject.id === id).length;
    return [
      ...(more.length > 0 ? [`half-written: ${id} has ${more.length + 1} live bookings`] : []),
      ...(wanted === found ? [] : [`half-written: ${id} is ${found} and should be ${wanted}`]),
      ...(meetings.join() === (meeting?.booking ?? '')
        ? []
        : [`half-written: ${id} has the meeting ${meeting?.booking} and not ${meetings.join()}`]),
      ...(happened === version - 1
        ? []
        : [`half-written: ${id} is at version ${version} after ${happened} events`]),
    ];
  });
}
