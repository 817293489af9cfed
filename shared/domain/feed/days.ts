import { Temporal } from 'temporal-polyfill';
import { text } from '../time.ts';

/** The civil day of an instant in the pack's zone. */
export const dayOf = (at: string, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();

export const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** The instant at which a day is over: where the next one begins. */
export const endOf = (day: string, zone: string): string =>
  text(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant());

/** Every day from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(to, { largestUnit: 'days' }).days + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, i) => first.add({ days: i }).toString());
}
