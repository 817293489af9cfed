import type { Booking } from '../../shared/domain/booking/booking.ts';
import { DaySheet } from '../../shared/domain/booking/day-sheet.ts';
import type { StandIns } from '../../shared/domain/booking/stand-in.ts';
import { takenDay } from '../../shared/domain/booking/taken-day.ts';
import { standInsFor } from '../../shared/domain/finding/stand-ins.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { calendars } from '../../shared/store/calendars.ts';
import { dayKey } from '../../shared/store/keys.ts';
import type { BookingDeps, ReadBooking } from './booking-steps.ts';

interface Leaving {
  readonly agency: AgencyId;
  readonly roles: readonly string[];
  readonly reason: string;
}

/**
 * Who of the agency could come instead. The days themselves are read, not the calendars made from
 * them: whoever was taken a moment ago is not asked again and again.
 */
export async function findStandIns(
  { table }: Pick<BookingDeps, 'table'>,
  { interview, booking, case: of, at, edition }: ReadBooking,
  { agency, roles, reason }: Leaving,
): Promise<StandIns> {
  const live = booking.state === 'held' || booking.state === 'booked';
  if (!live || edition.interview.holding.noStandInFor.includes(reason)) return new Map();
  const resources = await calendars(table).resourcesOf([agency]);
  const people = resources.filter(({ kind }) => kind === 'person');
  const found = await table.getAll(
    people.flatMap(({ id }) => daysOf(booking).map((day) => dayKey(id, day))),
  );
  const taken = Map.groupBy(
    found.map((item) => DaySheet.parse(item)),
    ({ sheet }) => sheet,
  );
  const days = [...taken].map(
    ([sheet, all]) => [sheet, new Map(all.map((one) => [one.day, takenDay(one)]))] as const,
  );
  const shut = { agencies: of.excluded ?? [], accounts: of.conflicted ?? [] };
  const looked = { interview, lead: of.lead, now: at, resources: people, shut };
  return standInsFor({ ...looked, calendars: new Map(days), booking, agency, roles }, edition);
}

const daysOf = ({ claims }: Booking): string[] => [...new Set(claims.map(({ day }) => day))];
