import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { mustBeOpen } from '../interview/change.ts';
import type { Interview } from '../interview/interview.ts';
import type { Decision } from '../journal/decision.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { Code } from '../text.ts';
import { Instant, text } from '../time.ts';
import { counted, partOfVisit, type StepBy, visitEvent } from '../visit/step.ts';

/**
 * What the hub does for a visit that has no time: it looks again and again whether the deadline can
 * still be kept, and where the visit waits, it takes the first time that becomes free.
 */
export const Waiting = z.object({
  ...part('waiting'),
  /** Gets a time by itself; else it is only looked after. */
  serves: z.boolean(),
  reason: Code.optional(),
  dueAt: Instant,
  endedAt: Instant.optional(),
});
export type Waiting = z.infer<typeof Waiting>;

/** One of a visit, whatever becomes of it: so two of it cannot be. */
export const WAITING_NUMBER = 1;
/** The list in which waiting visits are found, and which oversight watches. */
export const WAITING_LIST = 'waiting-visits';

export const isWaiting = (waiting: Waiting | undefined): waiting is Waiting =>
  waiting?.serves === true && !waiting.endedAt;

/** When it is tried again at the latest. */
const nextTry = (at: string, { interview: { holding } }: Edition): string =>
  text(Temporal.Instant.from(at).add({ minutes: holding.tryEveryMinutes }));

interface Wait {
  readonly visit: Interview;
  readonly earlier: Waiting | undefined;
  readonly reason: string;
  readonly step: StepBy;
}

/** A visit joins those that wait; it is tried at once, and then whenever time may have become free. */
export function wait(
  { visit, earlier, reason, step }: Wait,
  edition: Edition,
): Decision & {
  readonly waiting: Waiting;
} {
  mustBeOpen(visit);
  if (isWaiting(earlier)) throw new Refusal('already-waiting');
  if (!edition.has('waitingReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const before = earlier
    ? goesOn(earlier)
    : { ...partOfVisit('waiting', visit, WAITING_NUMBER, step), version: 0 };
  const waiting: Waiting = {
    ...before,
    version: before.version + 1,
    serves: true,
    reason,
    dueAt: visit.tier.dueAt,
    watched: WAITING_LIST,
    next: nextTry(step.at, edition),
  };
  const changed = counted(visit);
  const event = visitEvent(
    { type: 'interview.waiting', visit: changed, codes: { reason }, deadline: waiting.dueAt },
    step,
  );
  return { waiting, kept: [changed, waiting], events: [event] };
}

const goesOn = ({ endedAt: _, ...waiting }: Waiting): Omit<Waiting, 'endedAt'> => waiting;

/** Looked at once more; the deadline may have come sooner since. */
export function lookedAfter(
  visit: Interview,
  earlier: Waiting | undefined,
  { by, at }: { by: { sub: string }; at: string },
  edition: Edition,
): Waiting {
  const of = { kind: 'interview' as const, id: visit.id };
  const first = { what: 'waiting' as const, of, number: WAITING_NUMBER, version: 0 };
  const before = earlier ? goesOn(earlier) : { ...first, file: visit.file, at, by, serves: false };
  return {
    ...before,
    version: before.version + 1,
    dueAt: visit.tier.dueAt,
    next: nextTry(at, edition),
  };
}

/** It has a time, or needs none any more: nothing is due. */
export function noLongerWaiting(waiting: Waiting, at: string): Waiting {
  const { next: _next, watched: _watched, ...rest } = waiting;
  return { ...rest, version: waiting.version + 1, serves: false, endedAt: at };
}
