import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** The zone in which times without one are meant, and those the file brings along. */
export interface Zones {
  readonly local: string;
  readonly own: ReadonlyMap<string, ICAL.Timezone>;
}

const isNamed = (name: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
};

/**
 * The instant of a calendar's wall time. A zone the world knows is taken from the world, not from
 * the file; one that only the file knows (`Georgian Standard Time`) from the file.
 */
export function instantIn(
  time: ICAL.Time,
  tzid: string | undefined,
  { local, own }: Zones,
): Temporal.Instant | undefined {
  if (time.zone === ICAL.Timezone.utcTimezone) {
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);
  }
  const { year, month, day, hour, minute, second, isDate } = time;
  const wall = Temporal.PlainDateTime.from({
    ...{ year, month, day },
    ...(isDate ? {} : { hour, minute, second }),
  });
  if (isDate || tzid === undefined) return wall.toZonedDateTime(local).toInstant();
  if (isNamed(tzid)) return wall.toZonedDateTime(tzid).toInstant();
  const zone = own.get(tzid);
  if (!zone) return undefined;
  return wall
    .toZonedDateTime('UTC')
    .toInstant()
    .subtract({ seconds: zone.utcOffset(time) });
}
