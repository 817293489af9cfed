import { clockNameOf } from '../clock/definition.ts';
import type { Clock } from '../clock/state.ts';
import type { Hindrance } from '../refusal.ts';
import { isOver, type VisitStanding } from './standing.ts';

/** A visit with the clocks that run for it. */
export interface ClockedVisit extends VisitStanding {
  readonly clocks: readonly Clock[];
}

const CONTACTS: readonly string[] = [
  'contact-first-day',
  'contact-third-day',
  'contact-seventh-day',
];

/** What a visit leaves open in its case: that it is still to end, or a contact with the child. */
export const openVisits = (visits: readonly ClockedVisit[]): Hindrance[] =>
  visits.flatMap((visit): Hindrance[] => {
    const waiting = visit.clocks.some(
      ({ name, endedAt }) => !endedAt && CONTACTS.includes(clockNameOf(name)),
    );
    return [
      ...(isOver(visit) ? [] : [{ pointer: visit.id, code: 'visit-open' }]),
      ...(waiting ? [{ pointer: visit.id, code: 'visit-contact-open' }] : []),
    ];
  });
