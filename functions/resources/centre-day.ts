import { Temporal } from 'temporal-polyfill';
import type { centreDay as contract } from '../../shared/contract/centre-day.ts';
import type { Permit } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Booking } from '../../shared/domain/booking/booking.ts';
import {
  centreDayView,
  type DayVisit,
  type Kept,
  zonesAt,
} from '../../shared/domain/disclosure/centre-day-view.ts';
import { zoneSheet } from '../../shared/domain/finding/sheets.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { standingOn } from '../../shared/domain/resource/closing.ts';
import { openPoints, Preparation } from '../../shared/domain/visit/preparation.ts';
import { lastSession, Session } from '../../shared/domain/visit/session.ts';
import { may, access as rules } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { interviewFacts } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ResourceReads } from '../../shared/store/calendars.ts';
import type { Interviews } from '../../shared/store/interviews.ts';
import type { ResourceDays } from '../../shared/store/resource-days.ts';
import { namesOf } from './names-of.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'> & {
  readonly days: Pick<ResourceDays, 'on' | 'bookingsSeen'>;
  readonly calendars: Pick<ResourceReads, 'resourcesOf'>;
  readonly interviews: Pick<Interviews, 'interview'>;
};

/** The day of a centre, from what is really taken; a visit closed to the reader is only a time. */
export const centreDay =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path: { agencyId: agency, day }, principal, lang }) => {
    const permit = may(principal, 'centre.read', { ofAgency: agency });
    const { days, access, policy, now } = deps;
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const house = await houseOf(deps, agency, permit);
    const zones = zonesAt(agency, edition).map((zone) => zoneSheet(agency, zone));
    const sheets = await days.on([...house.map(({ resource }) => resource.id), ...zones], day);
    const taking = new Set(sheets.flatMap((sheet) => standingOn(sheet, expiredAt(at, edition))));
    const bookings = await days.bookingsSeen([...taking]);
    const read = await Promise.all(
      bookings.map((booking) => visitOf(deps, booking, { by: principal, at, edition })),
    );
    const visits = read.flat().toSorted((a, b) => a.booking.start.localeCompare(b.booking.start));
    const lines = visits.length + house.length;
    await access.page({ by: principal, list: `days/${agency}`, lines, at });
    const shown = { agency, day, house, sheets, bookings, visits };
    return { status: 200, body: centreDayView(shown, lang, edition) };
  };

/** Epoch seconds before which a hold must have ended to be gone. */
const expiredAt = (at: string, { interview }: Edition): number =>
  Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000) - interview.holding.skewSeconds;

async function houseOf(deps: Deps, agency: AgencyId, permit: Permit): Promise<Kept[]> {
  const all = await deps.calendars.resourcesOf([agency]);
  const names = await namesOf(deps, all, permit);
  return all
    .map((resource) => ({ resource, name: names.get(resource.id) }))
    .toSorted(
      (a, b) =>
        a.resource.kind.localeCompare(b.resource.kind) ||
        (a.name ?? '').localeCompare(b.name ?? '', 'ka') ||
        a.resource.id.localeCompare(b.resource.id),
    );
}

interface Looking {
  readonly by: Principal;
  readonly at: string;
  readonly edition: Edition;
}

/** A visit with how far it is prepared, or nothing where the rules close it to whoever looks. */
async function visitOf(deps: Deps, booking: Booking, looking: Looking): Promise<DayVisit[]> {
  const { by, at, edition } = looking;
  const { interview, subject } = await interviewFacts(deps, booking.interview, by);
  if (!rules.judge(by, 'visit.read', subject).allowed) return [];
  if (booking.purpose === 'planning-meeting') return [{ booking, interview, open: undefined }];
  const of = { kind: 'interview', id: interview.id } as const;
  const [entries, sessions] = await Promise.all([
    deps.records.parts('preparation', Preparation, of),
    deps.records.parts('session', Session, of),
  ]);
  const since = lastSession(sessions)?.endedAt ?? '';
  const open = openPoints(interview, entries, { at, since }, edition).length;
  return [{ booking, interview, open }];
}
