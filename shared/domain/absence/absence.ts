import * as z from 'zod';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { part } from '../part.ts';
import { Instant } from '../time.ts';

export const AbsenceKind = z.enum(['leave', 'suspension', 'removal']);
export type AbsenceKind = z.infer<typeof AbsenceKind>;

/**
 * A person of an agency is away. From `from` on the person's open work goes over to the deputy or,
 * without one, to the queue; `next` stands while some of it still waits to go.
 */
export const Absence = z.object({
  ...part('absence'),
  account: z.string(),
  kind: AbsenceKind,
  from: Instant,
  to: Instant.optional(),
  deputy: z.string().optional(),
});
export type Absence = z.infer<typeof Absence>;

/** Who is suspended or gone is a member no longer; who comes back is enrolled anew. */
export const endsMembership = ({ kind }: Pick<Absence, 'kind'>): boolean => kind !== 'leave';

export const isAway = (absences: readonly Absence[], account: string, at: string): boolean =>
  absences.some(
    (one) => one.account === account && one.from <= at && (one.to === undefined || one.to > at),
  );

interface Declared {
  readonly absence: Absence;
  readonly event: EventId;
}

/** Said to the agency without the account: whom it concerns, the agency's own people look up. */
export function declared({ absence, event }: Declared): Decision {
  const { at, by, of, kind } = absence;
  const told: JournalEvent = {
    id: event,
    type: 'absence.declared',
    at,
    subject: of,
    // The agency has no version of its own: absences are counted in a place of theirs.
    clock: 'absence',
    version: absence.number,
    by,
    to: [of.id as AgencyId],
    codes: { kind },
  };
  return { kept: [absence], events: [told] };
}
