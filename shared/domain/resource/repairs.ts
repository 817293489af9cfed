import { Temporal } from 'temporal-polyfill';
import type { Booking } from '../booking/booking.ts';
import type { Claim } from '../booking/sheet.ts';
import { isBusy, type TakenDay } from '../booking/taken-day.ts';
import type { AgencyId } from '../ids.ts';
import type { PlannedRole } from '../interview/role.ts';
import type { Edition } from '../policy/edition.ts';
import { working } from '../scheduling/availability.ts';
import { CELL_MILLISECONDS, daysOf, touched } from '../scheduling/days.ts';
import { has } from '../scheduling/mask.ts';
import { claimsOn, isQualified, neededFor } from './lost.ts';
import type { Resource } from './resource.ts';

export interface Repairing {
  readonly lost: Resource;
  readonly booking: Booking;
  /** Those of the agency and of the one that stands in for it. */
  readonly candidates: readonly Resource[];
  /** What is taken of them, by resource and day. */
  readonly calendars: ReadonlyMap<string, ReadonlyMap<string, TakenDay>>;
  /** Roles of the visit as it was planned. */
  readonly roles: readonly PlannedRole[];
  /** Accounts and agencies that must not come near this case. */
  readonly shut: { readonly accounts: readonly string[]; readonly agencies: readonly AgencyId[] };
  /** Epoch seconds. */
  readonly now: number;
}

/** Who or what could do instead what the lost one was booked for, at the same time. */
export function repairsFor(repairing: Repairing, edition: Edition): Resource[] {
  const { lost, booking, candidates } = repairing;
  const claims = claimsOn(booking, lost);
  const involved = new Set(booking.claims.map(({ sheet }) => sheet));
  return candidates.filter(
    (one) =>
      one.kind === lost.kind &&
      !one.withdrawnAt &&
      !involved.has(one.id) &&
      isNear(one, lost) &&
      claims.every((claim) => isAble(one, claim, repairing, edition)) &&
      claims.every((claim) => isFree(one, claim, repairing, edition)) &&
      fitsRooms(one, repairing),
  );
}

/** A person can come from elsewhere; a room or a device is where the visit is. */
const isNear = (one: Resource, lost: Resource): boolean =>
  one.kind === 'person' || one.kind === 'vehicle' || one.site === lost.site;

function isAble(one: Resource, claim: Claim, { roles, shut }: Repairing, edition: Edition) {
  const role = roles.find((planned) => planned.role === claim.role);
  return (
    isQualified(one, neededFor(one, claim, edition), claim.day) &&
    (role?.languages ?? []).every((language) => one.languages.includes(language)) &&
    (role?.sex === undefined || role.sex === one.sex) &&
    !(one.account && shut.accounts.includes(one.account)) &&
    !shut.agencies.includes(one.agency)
  );
}

/** It works then, and nothing of its own stands in the way. */
function isFree(one: Resource, claim: Claim, { calendars, now }: Repairing, edition: Edition) {
  const { day, from, to } = claim;
  if (isBusy(calendars.get(one.id)?.get(day), from, to, now)) return false;
  const midnight = Temporal.PlainDate.from(day).toZonedDateTime(edition.calendar.zone).toInstant();
  const first = midnight.epochMilliseconds / CELL_MILLISECONDS;
  const horizon = { from: first, cells: to };
  const days = daysOf(edition.calendar, horizon);
  const at = working(one.availability, { horizon, days, onCall: true });
  const outside = (one.outside?.busy ?? []).map(touched);
  if (outside.some((busy) => busy.from < first + to && first + from < busy.to)) return false;
  return Array.from({ length: to - from }, (_, i) => from + i).every((cell) => has(at, cell));
}

/** An observation room looks into the interview room of the booking; another one would see nothing. */
function fitsRooms(one: Resource, { lost, booking, candidates }: Repairing): boolean {
  const sheets = new Set(booking.claims.map(({ sheet }) => sheet));
  if (one.kind === 'observation-room') {
    return (one.observes ?? []).some((room) => sheets.has(room));
  }
  if (one.kind !== 'interview-room') return true;
  const observing = candidates.filter(({ id, observes }) => observes && sheets.has(id));
  return lost.kind === one.kind && observing.every(({ observes }) => observes?.includes(one.id));
}
