import type { Interview } from '../interview/interview.ts';
import type { Decision } from '../journal/decision.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from './session.ts';
import { counted, type StepBy, visitEvent } from './step.ts';

interface Resting {
  readonly visit: Interview;
  readonly session: Session | undefined;
  readonly what: 'begin' | 'end';
  readonly collectsQuestions: boolean;
}

type Going = Extract<Interview, { status: 'under-way' }>;

/** The sitting that goes on: begun, and not ended. */
export function goingOn(
  visit: Interview,
  session: Session | undefined,
): { readonly visit: Going; readonly session: Session } {
  if (visit.status !== 'under-way' || visit.endedAt || !session || session.endedAt) {
    throw new Refusal('visit-not-under-way', [{ pointer: '/status', code: visit.status }]);
  }
  return { visit, session };
}

/** The child rests, or goes on; near the end those who watch hand in their questions. */
export function rest(resting: Resting, step: StepBy): Decision {
  const { what, collectsQuestions } = resting;
  const { visit, session } = goingOn(resting.visit, resting.session);
  const open = session.breaks.find(({ to }) => to === undefined);
  if (what === 'begin' && open) throw new Refusal('break-open');
  if (what === 'end' && !open) throw new Refusal('no-break-open');
  const breaks =
    what === 'begin'
      ? [...session.breaks, { from: step.at, collectsQuestions }]
      : session.breaks.map((one) => (one === open ? { ...one, to: step.at } : one));
  const next = counted(visit);
  const codes = { break: what, number: String(breaks.length) };
  const told = visitEvent({ type: 'interview.rested', visit: next, codes }, step);
  const rested: Session = { ...session, version: session.version + 1, breaks };
  return { kept: [next, rested], events: [told] };
}
