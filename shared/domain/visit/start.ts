import { Temporal } from 'temporal-polyfill';
import type { Booking } from '../booking/booking.ts';
import { localDate } from '../calendar/days.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId } from '../ids.ts';
import { mayStart } from '../interview/ground.ts';
import type { Ground, Interview } from '../interview/interview.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { openPoints, type Preparation } from './preparation.ts';
import { lastSession, type Present, type Session } from './session.ts';
import { partOfVisit, type StepBy, visitEvent } from './step.ts';

type Booked = Extract<Interview, { status: 'booked' }>;
type UnderWay = Extract<Interview, { status: 'under-way' }>;

export interface Starting {
  readonly visit: Interview;
  /** On what ground the child may be asked, as things stand at this moment. */
  readonly ground: Ground;
  /** The booking of the visit, where it has one. */
  readonly booking: Booking | undefined;
  readonly prepared: readonly Preparation[];
  readonly sessions: readonly Session[];
  readonly present: readonly Present[];
  /** Code of the emergency in which no meeting was held before. */
  readonly withoutMeeting: string | undefined;
  /** Agencies and accounts that see nothing of the case. */
  readonly excluded: readonly AgencyId[];
  readonly conflicted: readonly string[];
  /** Places in the list of people whose name is that of an alleged perpetrator. */
  readonly accused: readonly number[];
  /** Clocks of the visit that the beginning ends. */
  readonly clocks: readonly Clock[];
  readonly sealed: Sealed | undefined;
}

/** The interview begins: everything that must be so before a child is asked is so. */
export function start(starting: Starting, step: StepBy, edition: Edition): Decision {
  const { visit, sessions, present, withoutMeeting, clocks, sealed } = starting;
  const booked = bookedToday(starting, step.at, edition);
  mayBegin(starting, edition);
  refuse('role-absent', absentRoles(visit, present));
  refuse('must-not-be-present', unwanted(starting));
  const since = lastSession(sessions)?.endedAt ?? '';
  refuse('preparation-open', openPoints(visit, starting.prepared, { at: step.at, since }, edition));
  const { status: _, ...plan } = booked;
  const next: UnderWay = {
    ...plan,
    status: 'under-way',
    version: visit.version + 1,
    startedAt: step.at,
  };
  const session: Session = {
    ...partOfVisit('session', visit, sessions.length + 1, step),
    startedAt: step.at,
    present: [...present],
    ...(withoutMeeting && { withoutMeeting }),
    breaks: [],
    ...(sealed && { sealed }),
  };
  const codes = { number: String(session.number), ...(withoutMeeting && { withoutMeeting }) };
  const told = visitEvent({ type: 'interview.started', visit: next, codes }, step);
  const ended = clocks
    .filter(({ name, endedAt }) => name === 'questions-filed' && !endedAt)
    .map((clock) => endClock(clock, step.at));
  return { kept: [next, session, ...ended], events: [told] };
}

/** At a booked time only, and on its day. */
function bookedToday({ visit, booking }: Starting, at: string, edition: Edition): Booked {
  if (visit.status !== 'booked' || booking?.state !== 'booked') {
    throw new Refusal('visit-not-booked', [{ pointer: '/status', code: visit.status }]);
  }
  const day = (instant: string) =>
    localDate(edition.calendar, Temporal.Instant.from(instant)).toString();
  if (day(booking.start) !== day(at)) throw new Refusal('visit-on-another-day');
  return visit;
}

/** The meeting was held, the form chosen, and there is a ground to ask this child. */
function mayBegin({ visit, ground, withoutMeeting }: Starting, edition: Edition): void {
  if (withoutMeeting && !edition.has('noMeetingReasons', withoutMeeting)) {
    throw new Refusal('unknown-code', [{ pointer: '/withoutMeeting', code: 'unknown-code' }]);
  }
  if (!visit.meeting?.heldAt && !withoutMeeting) throw new Refusal('planning-missing');
  if (!visit.legalForm) throw new Refusal('legal-form-missing');
  if (!mayStart(ground)) {
    throw new Refusal('consent-missing', [{ pointer: '/ground', code: ground }]);
  }
}

/** Each required role of the interview that nobody fills as it may be filled. */
function absentRoles({ roles }: Interview, present: readonly Present[]): Hindrance[] {
  const isFilled = (role: Interview['roles'][number]): boolean =>
    present.some(
      (one) =>
        one.role === role.role && (!one.video || role.video) && (!one.standIn || role.standIn),
    );
  return roles
    .filter(({ required, parts }) => required && parts.includes('interview'))
    .filter((role) => !isFilled(role))
    .map(({ role }) => ({ pointer: '/present', code: role }));
}

/** An alleged perpetrator, or whoever the case is shut to, is never there. */
function unwanted({ present, excluded, conflicted, accused }: Starting): Hindrance[] {
  return present.flatMap(({ agency, account }, i) => {
    const shut = excluded.includes(agency) || (account && conflicted.includes(account));
    if (!shut && !accused.includes(i)) return [];
    return [{ pointer: `/present/${i}`, code: 'must-not-be-present' }];
  });
}

function refuse(
  code: 'role-absent' | 'must-not-be-present' | 'preparation-open',
  hindrances: readonly Hindrance[],
): void {
  if (hindrances.length > 0) throw new Refusal(code, hindrances);
}
