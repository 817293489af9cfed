import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../policy/edition.ts';
import { text } from '../time.ts';
import { type Guard, usedUp } from './guard.ts';
import type { Interview, InterviewResult } from './interview.ts';

type UnderWay = Extract<Interview, { status: 'under-way' }>;
type Left = Extract<Interview, { status: 'ended' | 'planning' }>;

/** What the result of an interview makes of the guard: only a completed one uses it up. */
export const settleGuard = (guard: Guard, result: InterviewResult): Guard =>
  result === 'completed' && guard.state === 'active' ? usedUp(guard) : guard;

/**
 * The visit once the child has left. Completed, it has ended. Otherwise the same plan goes on to
 * another date, and what the child refused or could not bear closes nothing else. Where it was
 * broken off to go on, the interviewer stays the same, as far as it is known who that was.
 */
export function afterLeaving(
  visit: UnderWay,
  leftAt: string,
  edition: Edition,
  interviewer?: string | undefined,
): Left {
  const { status: _, result, booking, startedAt, endedAt, ...plan } = visit;
  const version = visit.version + 1;
  const ended = endedAt ?? leftAt;
  if (result === 'completed') {
    const over = { booking, startedAt, result, endedAt: ended, leftAt };
    return { ...plan, ...over, status: 'ended', version };
  }
  const { goesOn: _before, ...rest } = plan;
  const again = { ...rest, status: 'planning' as const, version };
  if (result !== 'continue') return again;
  const days = edition.interview.further.continueWithinDays;
  const until = text(Temporal.Instant.from(ended).add({ hours: 24 * days }));
  return { ...again, ...(interviewer && { interviewer }), goesOn: { since: ended, until } };
}
