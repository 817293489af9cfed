import { runInNewContext } from 'node:vm';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../domain/refusal.ts';
import type { Busy } from '../domain/resource/resource.ts';
import { type Found, kept } from './busy-times-kept.ts';
import { instantIn, type Zones } from './calendar-zones.ts';

/** Bounds of a file from outside; whoever sends more is refused, not cut short. */
const OCCURRENCES_MOST = 5_000;
const BYTES_MOST = 256 * 1024;
/** Steps through recurrences, those long past included. */
const STEPS_MOST = 20_000;
const HORIZON_DAYS = 400;
/** A rule that never comes to its end is stopped by the clock; the library itself would not. */
const PARSING_MS = 4_000;

export interface BusyTimes {
  readonly busy: readonly Busy[];
  readonly until: string;
  readonly understood: {
    readonly events: number;
    readonly freeBusy: number;
    readonly occurrences: number;
  };
  readonly skipped: readonly { readonly because: string; readonly count: number }[];
}

interface Reading {
  readonly now: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly found: Found[];
  readonly skipped: Map<string, number>;
  readonly understood: { events: number; freeBusy: number; occurrences: number };
  readonly zones: Zones;
  steps: number;
}

const unreadable = (code: string) =>
  new Refusal('calendar-unreadable', [{ pointer: '/calendar', code }]);

/**
 * The busy times of an iCalendar file, and nothing else of it: no summary, no name, no place. What
 * is all-day or without a zone is meant in `zone`.
 */
export function busyTimes(
  file: string,
  at: string,
  zone: string,
  bytesMost = BYTES_MOST,
): BusyTimes {
  if (Buffer.byteLength(file) > bytesMost) throw unreadable('too-large');
  const read = () => readFile(file, Temporal.Instant.from(at), zone);
  try {
    return runInNewContext('read()', { read }, { timeout: PARSING_MS }) as BusyTimes;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unreadable(isTimeout(error) ? 'too-long-to-read' : 'not-a-calendar');
  }
}

const isTimeout = (error: unknown): boolean =>
  (error as { code?: string } | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

function readFile(file: string, now: Temporal.Instant, local: string): BusyTimes {
  const calendar = new ICAL.Component(
    ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0],
  );
  if (calendar.name !== 'vcalendar') throw unreadable('not-a-calendar');
  const own = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map(
        (zone) => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)] as const,
      ),
  );
  const reading: Reading = {
    now,
    end: now.add({ hours: HORIZON_DAYS * 24 }),
    found: [],
    skipped: new Map(),
    understood: { events: 0, freeBusy: 0, occurrences: 0 },
    zones: { local, own },
    steps: 0,
  };
  for (const part of calendar.getAllSubcomponents('vfreebusy')) readFreeBusy(part, reading);
  readEvents(calendar.getAllSubcomponents('vevent'), reading);
  const { busy, until } = kept(reading.found, reading.now, reading.end);
  const skipped = [...reading.skipped].map(([because, count]) => ({ because, count }));
  return { busy, until, understood: reading.understood, skipped };
}

const skip = ({ skipped }: Reading, because: string) => {
  skipped.set(because, (skipped.get(because) ?? 0) + 1);
};

function note(reading: Reading, from: Temporal.Instant, to: Temporal.Instant) {
  const { now, end, found, understood } = reading;
  const { compare } = Temporal.Instant;
  if (compare(to, from) <= 0) skip(reading, 'without-length');
  else if (compare(to, now) <= 0) skip(reading, 'in-the-past');
  else if (compare(from, end) >= 0) skip(reading, 'too-far-ahead');
  else {
    understood.occurrences += 1;
    if (understood.occurrences > OCCURRENCES_MOST) throw unreadable('too-many-occurrences');
    found.push({ from, to });
  }
}

/** Times that another calendar states as busy; all kinds of busy are alike here. */
function readFreeBusy(part: ICAL.Component, reading: Reading): void {
  reading.understood.freeBusy += 1;
  for (const property of part.getAllProperties('freebusy')) {
    if (String(property.getParameter('fbtype') ?? '').toUpperCase() === 'FREE') {
      skip(reading, 'free');
      continue;
    }
    for (const period of property.getValues() as ICAL.Period[]) {
      const from = instantIn(period.start, undefined, reading.zones);
      const to = instantIn(period.getEnd(), undefined, reading.zones);
      if (from && to) note(reading, from, to);
      else skip(reading, 'unknown-time-zone');
    }
  }
}

const textOf = (part: ICAL.Component, name: string): string =>
  String(part.getFirstPropertyValue(name) ?? '').toUpperCase();

/** Changed occurrences stand in components of their own, beside the one they belong to. */
function readEvents(parts: readonly ICAL.Component[], reading: Reading): void {
  const changed = Map.groupBy(
    parts.filter((part) => part.hasProperty('recurrence-id')),
    (part) => String(part.getFirstPropertyValue('uid')),
  );
  const masters = parts.filter((part) => !part.hasProperty('recurrence-id'));
  const uids = new Set(masters.map((part) => String(part.getFirstPropertyValue('uid'))));
  const alone = [...changed].flatMap(([uid, all]) => (uids.has(uid) ? [] : all));
  for (const part of masters) {
    const exceptions = changed.get(String(part.getFirstPropertyValue('uid'))) ?? [];
    readEvent(part, exceptions, reading);
  }
  for (const part of alone) readEvent(part, [], reading);
}

/** Why an event takes no time. */
const freeBecause = (part: ICAL.Component): string | undefined => {
  if (textOf(part, 'status') === 'CANCELLED') return 'cancelled';
  return textOf(part, 'transp') === 'TRANSPARENT' ? 'free' : undefined;
};

function readEvent(part: ICAL.Component, exceptions: ICAL.Component[], reading: Reading): void {
  const free = part.hasProperty('dtstart') ? freeBecause(part) : 'without-start';
  if (free) {
    skip(reading, free);
    return;
  }
  reading.understood.events += 1;
  const event = new ICAL.Event(part, { exceptions, strictExceptions: false });
  if (event.isRecurring()) readOccurrences(event, reading);
  else noteEvent(event.startDate, event.endDate, part, reading);
}

function readOccurrences(event: ICAL.Event, reading: Reading): void {
  const steps = event.iterator();
  // Looking an occurrence up takes far longer than a step; a long past one can matter only if moved.
  const seconds = event.duration.toSeconds();
  const moved = Object.keys(event.exceptions).length > 0;
  for (let next = steps.next(); next; next = steps.next()) {
    reading.steps += 1;
    if (reading.steps > STEPS_MOST) throw unreadable('too-many-occurrences');
    const start = next.toJSDate().getTime();
    if (start > reading.end.epochMilliseconds) return;
    if (!moved && isPast(start + seconds * 1000, reading)) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const because = freeBecause(item.component);
    if (because) skip(reading, because);
    else if (!isPast(endDate.toJSDate().getTime(), reading))
      noteEvent(startDate, endDate, item.component, reading);
  }
}

/** Long past whatever its zone: not worth counting. */
const isPast = (end: number, { now }: Reading): boolean =>
  end < now.epochMilliseconds - 48 * 3600_000;

function noteEvent(start: ICAL.Time, end: ICAL.Time, part: ICAL.Component, reading: Reading) {
  const zoneOf = (name: string) => part.getFirstProperty(name)?.getFirstParameter('tzid');
  const from = instantIn(start, zoneOf('dtstart'), reading.zones);
  const to = instantIn(end, zoneOf('dtend') ?? zoneOf('dtstart'), reading.zones);
  if (from && to) note(reading, from, to);
  else skip(reading, 'unknown-time-zone');
}
