import type { EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import { firePoint, type Ladder } from './fire.ts';
import type { Clock } from './state.ts';

/** What of the holder has taken a task. None of it is a receipt, and the ladder goes on all the same. */
export interface Taken {
  /** When a webhook about it was first answered with 2xx. */
  readonly deliveredAt?: string | undefined;
  /** When somebody or something of the agency first read it. */
  readonly fetchedAt?: string | undefined;
}

/** Something of the agency has the task: nobody need be called on that account. */
export const isReached = ({ deliveredAt, fetchedAt }: Taken): boolean =>
  deliveredAt !== undefined || fetchedAt !== undefined;

/** The point passes in silence. It counts as fired, and nothing else of the clock changes. */
export const passReach = (clock: Clock): Decision => {
  const { points, version, fired } = clock;
  const silent = points.map((point, i) => (i === fired ? { ...point, silent: true } : point));
  return {
    kept: [{ ...clock, points: silent, version: version + 1, fired: fired + 1 }],
    events: [],
  };
};

/**
 * The way to the agency's system is cut: its duty person is called at once and not only when the
 * point comes. Nothing where that point has passed, where a person has received, or where the work
 * is not urgent. The rungs after it stay where they were.
 */
export function unreachedNow(
  clock: Clock,
  at: string,
  ladder: Ladder,
  id: EventId,
): Decision | undefined {
  const place = clock.points.findIndex(({ what }, i) => what === 'reach' && i >= clock.fired);
  const point = clock.points[place];
  const isUrgent = clock.urgency === 'urgent' || clock.urgency === 'high';
  if (!point || !isUrgent || clock.endedAt || clock.subject.kind !== 'task') return undefined;
  const now = { ...point, at: point.at < at ? point.at : at };
  const points = clock.points.toSpliced(place, 1).toSpliced(clock.fired, 0, now);
  return firePoint({ ...clock, points }, now, { at, ladder, id });
}
