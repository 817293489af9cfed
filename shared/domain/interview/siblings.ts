import type { InterviewId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { mustBeOpen } from './change.ts';
import type { Interview } from './interview.ts';

/** With which other visit, and which of the children goes first. */
export interface Together {
  readonly with: InterviewId;
  readonly order: number;
}

/**
 * Children of one family come on the same day, one after the other. A child said to have harmed
 * another is never part of that child's visit, and each place in the order is one child's.
 */
export function together(
  visit: Interview,
  other: Interview,
  { order }: Together,
): NonNullable<Interview['siblings']> {
  mustBeOpen(visit);
  const apart = visit.apart.includes(other.child) || other.apart.includes(visit.child);
  const same = visit.child === other.child;
  const taken = other.siblings?.order === order;
  if (apart || same || taken || visit.site.agency !== other.site.agency) {
    throw new Refusal('siblings-not-possible', [
      { pointer: '/siblings', code: apart ? 'harming-child' : 'siblings-not-possible' },
    ]);
  }
  mustBeOpen(other);
  return { group: other.siblings?.group ?? other.id, order };
}
