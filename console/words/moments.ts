import type { Lang } from '../../shared/domain/labels.ts';

/** Georgia's clock is four hours before Greenwich all year; the people on duty read that one. */
const ZONE = 'Asia/Tbilisi';
const OFFSET = '+04:00';

const LOCALES = { ka: 'ka-GE', en: 'en-GB' };
const DAY_MS = 86_400_000;

/** `2026-11-22` in Georgia. */
const dayOf = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(instant);

/** “15:20” today, else with the day: “24 Nov 15:20”. */
export function momentOf(instant: string, lang: Lang, now = new Date()): string {
  const at = new Date(instant);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = dayOf(at) === dayOf(now) ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(LOCALES[lang], { timeZone: ZONE, ...day, ...time }).format(at);
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
  const inWords = new Intl.RelativeTimeFormat(LOCALES[lang], { numeric: 'always' });
  if (Math.abs(minutes) < 90) return inWords.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48
    ? inWords.format(hours, 'hour')
    : inWords.format(Math.round(hours / 24), 'day');
}
