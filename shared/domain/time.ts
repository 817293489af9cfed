import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** An instant in UTC as RFC 3339 text: how instants are stored and sent. */
export const Instant = z.iso.datetime({ precision: 3 });

/** Instants as text sort as time only when all have the same form: UTC, milliseconds. */
export const text = (instant: Temporal.Instant): string =>
  instant.toString({ fractionalSecondDigits: 3 });

const DAY_MS = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Milliseconds since the epoch in the same form; part of one counts as a whole. By hand, since Temporal
 * would be a tenth of the function that sends webhooks.
 */
export function textOf(ms: number): string {
  const whole = Math.ceil(ms);
  const days = Math.floor(whole / DAY_MS);
  const rest = whole - days * DAY_MS;
  const seconds = Math.floor(rest / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${civilDay(days)}T${clock.map(two).join(':')}.${String(rest % 1000).padStart(3, '0')}Z`;
}

/** Howard Hinnant, "chrono-compatible low-level date algorithms": eras of 400 years that begin in March. */
function civilDay(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const years = Math.floor((ofEra - leaps) / 365);
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const march = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  const year = years + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${two(month)}-${two(day)}`;
}
