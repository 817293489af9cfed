import type { Lang } from '../../shared/domain/labels.ts';
import { away, shortDay, wholeDay } from './georgian-time.ts';
import { hubNow } from './hub-clock.ts';

/** Georgia's clock is four hours before Greenwich all year; the people on duty read that one. */
const ZONE = 'Asia/Tbilisi';
const OFFSET = '+04:00';

const ENGLISH = 'en-GB';
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY_MS = 86_400_000;

/** Making one takes longer than using it: a list of a thousand lines uses the same few. */
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** `2026-11-22` in Georgia. */
export const dayOf = (instant: Date): string =>
  formatOf('sv-SE', { timeZone: ZONE }).format(instant);

/** “15:20” today, else with the day: “24 Nov 15:20”. */
export function momentOf(instant: string, lang: Lang, now = hubNow()): string {
  const at = new Date(instant);
  if (lang === 'ka') {
    const day = dayOf(at);
    return (day === dayOf(now) ? '' : `${shortDay(day)}, `) + timeOf(instant);
  }
  const day = dayOf(at) === dayOf(now) ? {} : ({ day: 'numeric', month: 'short' } as const);
  return formatOf(ENGLISH, { timeZone: ZONE, ...day, ...CLOCK }).format(at);
}

/** The next time this clock time comes in Georgia: `18:30` written at 22:00 is tomorrow’s. */
export function nextAt(clock: string, now: Date): string {
  const today = `${dayOf(now)}T${clock}:00${OFFSET}`;
  if (new Date(today) > now) return today;
  return `${dayOf(new Date(now.getTime() + DAY_MS))}T${clock}:00${OFFSET}`;
}

/** How far away, in the largest unit that says enough: “in 25 minutes”, “2 hours ago”. */
export function awayFrom(instant: string, lang: Lang, now: Date): string {
  const minutes = Math.round((new Date(instant).getTime() - now.getTime()) / 60_000);
  const english = new Intl.RelativeTimeFormat(ENGLISH, { numeric: 'always' });
  const inWords = (count: number, unit: 'minute' | 'hour' | 'day') =>
    lang === 'ka' ? away(count, unit) : english.format(count, unit);
  if (Math.abs(minutes) < 90) return inWords(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48 ? inWords(hours, 'hour') : inWords(Math.round(hours / 24), 'day');
}

/**
 * What a field for day and time holds, as an instant: `2026-11-22T15:20` is Georgia’s clock. What is
 * no time stays as it was written, for the hub to say so.
 */
export function instantOf(written: string): string {
  const at = new Date(`${written}:00${OFFSET}`);
  return Number.isNaN(at.getTime()) ? written : at.toISOString();
}

/** An instant as such a field shows it. */
export const writtenAs = (instant: Date): string =>
  formatOf('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })
    .format(instant)
    .replace(' ', 'T');

/** “Monday 24 November”, of a day written `2026-11-24`. */
export const dayInWords = (day: string, lang: Lang): string =>
  lang === 'ka'
    ? wholeDay(day)
    : formatOf(ENGLISH, {
        timeZone: 'UTC',
        weekday: 'long',
        day: 'numeric',
        month: 'long',
      }).format(new Date(`${day}T00:00:00Z`));

/** “15:20” in Georgia, whichever day it is. */
export const timeOf = (instant: string): string =>
  formatOf(ENGLISH, { timeZone: ZONE, ...CLOCK }).format(new Date(instant));

/** The hour of the day at which it begins in Georgia. */
export const hourOf = (instant: string): number => Number(timeOf(instant).slice(0, 2));
