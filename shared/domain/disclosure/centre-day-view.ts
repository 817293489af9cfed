import { Temporal } from 'temporal-polyfill';
import type { Booking } from '../booking/booking.ts';
import { apartOn } from '../booking/day-apart.ts';
import type { DaySheet } from '../booking/day-sheet.ts';
import { QUARTER_MINUTES } from '../booking/sheet.ts';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import { zoneSheet } from '../finding/sheets.ts';
import { type AgencyId, type InterviewId, ResourceId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Resource } from '../resource/resource.ts';
import { text } from '../time.ts';
import { movementsOf } from './movements-view.ts';

/** One that the centre has, with its name where it is open to the reader. */
export interface Kept {
  readonly resource: Resource;
  readonly name: string | undefined;
}

/** A visit or a meeting that the reader may see, and what is not prepared yet. */
export interface DayVisit {
  readonly booking: Booking;
  readonly interview: Interview;
  /** Of a visit: required points nobody has dealt with. */
  readonly open: number | undefined;
}

interface Shown {
  readonly agency: AgencyId;
  readonly day: string;
  readonly house: readonly Kept[];
  readonly sheets: readonly DaySheet[];
  /** Everything that takes something of the day, also what the reader may not see. */
  readonly bookings: readonly Booking[];
  readonly visits: readonly DayVisit[];
}

/** The zones of a house; a house without any of its own is one. */
export const zonesAt = (site: AgencyId, { interview }: Pick<Edition, 'interview'>): string[] =>
  interview.separation.find((one) => one.site === site)?.zones ?? ['house'];

/** The day of a centre as its own people see it: who is where, never which child. */
export function centreDayView(shown: Shown, lang: Lang, edition: Edition) {
  const { agency, day, visits } = shown;
  const here = visits.filter(({ booking }) => booking.site === agency);
  const zones = zonesAt(agency, edition);
  const children = here
    .filter(({ booking }) => booking.purpose === 'visit')
    .map(({ booking, interview }) => ({ ...booking, child: interview.child }));
  return {
    agency,
    day,
    rows: rowsOf(shown, zones, lang, edition),
    visits: here.map((one) => visitView(one, lang, edition)),
    movements: movementsOf(here, shown.house, lang, edition),
    separation: apartOn(
      children,
      zones.map((zone) => zoneSheet(agency, zone)),
    ).map(({ visits: pair, ...rest }) => ({ visits: [...pair], ...rest })),
  };
}

function visitView({ booking, interview, open }: DayVisit, lang: Lang, edition: Edition) {
  const { interview: id, purpose, start, end, parts, state } = booking;
  return {
    ...{ id, purpose, start, end, parts },
    status: labelled('interviewStatuses', interview.status, lang, edition),
    state: labelled('bookingStates', state, lang, edition),
    ...(booking.state === 'held' && { expiresAt: booking.expiresAt }),
    ...(open !== undefined && { preparation: { ready: open === 0, open } }),
  };
}

const labelled = (
  list: 'interviewStatuses' | 'bookingStates' | 'visitZones' | 'resourceKinds' | 'visitRoles',
  code: string,
  lang: Lang,
  edition: Edition,
) => ({ code, label: edition.has(list, code) ? edition.label(list, code, lang) : code });

const DEVICES: readonly string[] = ['recorder', 'vehicle'];
const whatIs = (kind: string) => {
  if (kind === 'person') return 'person' as const;
  return DEVICES.includes(kind) ? ('device' as const) : ('room' as const);
};

function rowsOf(shown: Shown, zones: readonly string[], lang: Lang, edition: Edition) {
  const { agency, house, sheets } = shown;
  const of = (sheet: string) => ({
    taken: stretchesOf(sheet, shown, lang, edition),
    closed: sheets.find((one) => one.sheet === sheet)?.closed?.by,
  });
  const zoneRows = zones.map((zone) => ({
    what: 'zone' as const,
    kind: labelled('visitZones', zone, lang, edition),
    taken: of(zoneSheet(agency, zone)).taken,
  }));
  const rows = house.map(({ resource: { id, kind }, name }) => {
    const { taken, closed } = of(id);
    return {
      what: whatIs(kind),
      kind: labelled('resourceKinds', kind, lang, edition),
      resource: id,
      name,
      ...(closed && {
        closed: { code: closed, label: edition.label('resourceLosses', closed, lang) },
      }),
      taken,
    };
  });
  return [...zoneRows, ...rows];
}

/** What the bookings of the day take of one sheet, in the order of the day. */
function stretchesOf(sheet: string, shown: Shown, lang: Lang, edition: Edition) {
  const { day, bookings, visits, agency } = shown;
  const seen = new Set<InterviewId>(visits.map(({ interview }) => interview.id));
  return bookings
    .flatMap((booking) =>
      booking.claims
        .filter((claim) => claim.sheet === sheet && claim.day === day)
        .map(({ from, to, role }) => ({
          from: instantAt(edition.calendar, day, from),
          to: instantAt(edition.calendar, day, to),
          state: stateOf(booking),
          purpose: booking.purpose,
          elsewhere: booking.site !== agency,
          ...(booking.state === 'held' && { expiresAt: booking.expiresAt }),
          ...(seen.has(booking.interview) && { visit: booking.interview }),
          ...(role && { role: labelled('visitRoles', role, lang, edition) }),
        })),
    )
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

/** One that is over keeps its place on the sheet of the day on which it was held. */
const stateOf = ({ state }: Booking) =>
  state === 'held' || state === 'booked' ? state : ('over' as const);

/** A quarter of a civil day as an instant. */
const instantAt = ({ zone }: WorkingCalendar, day: string, quarter: number): string =>
  text(
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: zone })
      .add({ minutes: quarter * QUARTER_MINUTES })
      .toInstant(),
  );

/** Who of the house fills a role of the booking. */
export const fills = ({ claims }: Booking, role: string): ResourceId | undefined => {
  const claim = claims.find((one) => one.role === role && one.sheet.startsWith('res_'));
  return claim && ResourceId.parse(claim.sheet);
};
