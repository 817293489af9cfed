import * as z from 'zod';
import { part } from '../part.ts';
import { Code, Phone } from '../text.ts';
import { Instant } from '../time.ts';
import { type DutyPerson, isSamePerson, type Named, type Reachable } from './person.ts';

/** One stretch of duty; its first instant belongs to it, its last to the next one. */
export const Shift = z.object({
  from: Instant,
  to: Instant,
  /** Place in the sealed list of people (`outcome.duty`), counted from 0. */
  person: z.int().min(0),
  /** The agency's own name for the car that stands ready; never a number plate with an owner. */
  car: Code.optional(),
});
export type Shift = z.infer<typeof Shift>;

/** Who answers at an agency, and when: one record, replaced as a whole. */
export const Roster = z.object({
  ...part('roster'),
  shifts: z.array(Shift),
  /** The unit’s own number: it stands on the screens of its area, and is nobody’s own. */
  desk: Phone.optional(),
});
export type Roster = z.infer<typeof Roster>;

/** An agency has one roster: its number never changes, its version does. */
export const ROSTER_NUMBER = 1;

const covers = ({ from, to }: Shift, at: string): boolean => from <= at && at < to;

/** The shifts that run at an instant, in the order in which their people are to be called. */
export const whoIsOnDuty = (roster: Pick<Roster, 'shifts'>, at: string): Shift[] =>
  roster.shifts.filter((shift) => covers(shift, at));

/** Whom to call for a shift, first the person, then the deputy. */
export const callableFor = (
  { person }: Pick<Shift, 'person'>,
  people: readonly DutyPerson[],
): Reachable[] => {
  const found = people[person];
  if (!found) return [];
  const { deputy, ...first } = found;
  return deputy ? [first, deputy] : [first];
};

/** Whether one of these names a person, or a deputy, of a shift that runs at the instant. */
export const isOnDuty = (
  named: readonly Named[],
  roster: Pick<Roster, 'shifts'>,
  people: readonly DutyPerson[],
  at: string,
): boolean =>
  whoIsOnDuty(roster, at)
    .flatMap((shift) => callableFor(shift, people))
    .some((person) => named.some((one) => isSamePerson(person, one)));
