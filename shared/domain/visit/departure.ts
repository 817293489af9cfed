import type { Booking } from '../booking/booking.ts';
import { ended } from '../booking/end.ts';
import type { Clock } from '../clock/state.ts';
import type { Interview } from '../interview/interview.ts';
import { afterLeaving } from '../interview/result.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { lapseOf, type SafetyDecision } from '../safety/decision.ts';
import { contactClocks, offerClocks } from './after-clocks.ts';
import type { Aftercare } from './aftercare.ts';
import { lastSession, type Session } from './session.ts';
import { partOfVisit, type StepBy, visitEvent } from './step.ts';

export interface Leaving {
  readonly visit: Interview;
  readonly sessions: readonly Session[];
  readonly entries: readonly Aftercare[];
  readonly decisions: readonly SafetyDecision[];
  /** The time it was booked for: over with the visit, though the visit may get another one. */
  readonly booking?: Booking | undefined;
  /** Why something was not done before the child left, by item. */
  readonly reasons: readonly { readonly item: string; readonly reason: string }[];
  /** A person says so, not a system of an agency. */
  readonly person: boolean;
}

const SAFETY = 'safety-renewed';
const CONTACT = 'named-contact';

/** The child leaves the centre: safe, screened, and knowing whom to call; or somebody says why not. */
export function depart(leaving: Leaving, step: StepBy, edition: Edition): Decision {
  const { visit, entries, reasons, person } = leaving;
  const session = lastSession(leaving.sessions);
  if (visit.status !== 'under-way' || !session) {
    throw new Refusal('visit-not-under-way', [{ pointer: '/status', code: visit.status }]);
  }
  if (!session.endedAt) throw new Refusal('interview-going-on');
  const open = openBeforeLeaving(leaving, session, step.at, edition);
  const unsaid = open.filter((item) => !reasons.some((one) => one.item === item));
  if (unsaid.length > 0) {
    throw new Refusal(
      'departure-incomplete',
      unsaid.map((code) => ({ pointer: `after/${code}`, code })),
    );
  }
  const given = reasons.filter(({ item }) => open.includes(item));
  const wrong = given.findIndex(({ reason }) => !edition.has('leavingReasons', reason));
  if (wrong >= 0) {
    throw new Refusal('unknown-code', [
      { pointer: `/reasons/${wrong}/reason`, code: 'unknown-code' },
    ]);
  }
  if (given.length > 0 && !person) throw new Refusal('person-says-it');
  const notDone = given.map(
    ({ item, reason }, i): Aftercare => ({
      ...partOfVisit('aftercare', visit, entries.length + i + 1, step),
      session: session.number,
      code: item,
      state: 'not-done',
      reason,
    }),
  );
  const interviewer = session.present.find(({ role }) => role === 'interviewer')?.account;
  const left = afterLeaving(visit, step.at, edition, interviewer);
  const codes = { result: session.result ?? 'completed', number: String(session.number) };
  const told = visitEvent({ type: 'visit.ended', visit: left, codes }, step);
  return {
    kept: [left, ...over(leaving, step), ...notDone, ...clocksOf(leaving, session, step, edition)],
    events: [told],
  };
}

const over = ({ booking }: Leaving, { at }: StepBy): Booking[] =>
  booking?.state === 'held' || booking?.state === 'booked' ? [ended(booking, 'over', at)] : [];

/** What must be so before the child goes, and is not. */
export function openBeforeLeaving(
  { entries, decisions }: Pick<Leaving, 'entries' | 'decisions'>,
  { number, startedAt }: Session,
  at: string,
  edition: Edition,
): string[] {
  const renewed =
    decisions.some((decision) => decision.at >= startedAt) && lapseOf(decisions, at) === undefined;
  const isDone = (code: string): boolean =>
    code === SAFETY
      ? renewed
      : entries.some((one) => one.code === code && one.session === number && one.state === 'done');
  return edition.interview.after
    .filter(({ beforeLeaving, code }) => beforeLeaving && !isDone(code))
    .map(({ code }) => code);
}

function clocksOf(
  { visit, entries }: Leaving,
  { number: session }: Session,
  { at }: StepBy,
  edition: Edition,
): Clock[] {
  const contact = entries.findLast((one) => one.code === CONTACT && one.session === session);
  const holder = contact?.agency ?? visit.site.agency;
  return [
    ...contactClocks({ visit, at }, { session, holder }, edition),
    ...offerClocks({ visit, at }, { session, entries }, edition),
  ];
}
