import type * as z from 'zod';
import type { RosterView } from '../../shared/contract/duty.ts';
import type { RosterSubmission } from '../../shared/domain/duty/submission.ts';
import { instantOf, writtenAs } from '../words/moments.ts';
import { gapsIn } from './week.ts';

type Body = z.input<typeof RosterSubmission>;
type Shown = Pick<z.output<typeof RosterView>, 'people' | 'desk' | 'head' | 'shifts'>;
type Reachable = NonNullable<Body['head']>;

/** Somebody who can be called, as it is written; without a name nobody. */
export interface Reach {
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly account?: string | undefined;
}
export interface Person extends Reach {
  readonly deputy: Reach;
}
/** When somebody is on duty: as a field for day and time holds it, by Georgia's clock. */
export interface Written {
  readonly from: string;
  readonly to: string;
  /** Place in the list of people, as a choice holds it. */
  readonly person: string;
  readonly car: string;
}
export interface Roster {
  readonly people: readonly Person[];
  readonly desk: string;
  readonly head: Reach;
  readonly shifts: readonly Written[];
}

export const NOBODY: Reach = { name: '', phone: '', mail: '' };
export const EMPTY_ROSTER: Roster = {
  people: [{ ...NOBODY, deputy: NOBODY }],
  desk: '',
  head: NOBODY,
  shifts: [],
};

const reachOf = (one: Reachable | undefined): Reach =>
  one ? { name: one.name, phone: one.phone, mail: one.mail ?? '', account: one.account } : NOBODY;

/** The roster as it stands, to be changed; what has passed is left behind. */
export const rosterDraft = ({ people, desk, head, shifts }: Shown, now: Date): Roster => ({
  people: people.map(({ deputy, ...one }) => ({ ...reachOf(one), deputy: reachOf(deputy) })),
  desk: desk ?? '',
  head: reachOf(head),
  shifts: shifts
    .filter(({ to }) => new Date(to) > now)
    .map(({ from, to, person, car }) => ({
      from: writtenAs(new Date(from)),
      to: writtenAs(new Date(to)),
      person: String(person),
      car: car ?? '',
    })),
});

function reachable({ name, phone, mail, account }: Reach): Reachable {
  return {
    name: name.trim(),
    phone: phone.trim(),
    ...(mail.trim() && { mail: mail.trim() }),
    ...(account && { account }),
  };
}

export const rosterBody = ({ people, desk, head, shifts }: Roster): Body => ({
  people: people.map(({ deputy, ...one }) => ({
    ...reachable(one),
    ...(deputy.name.trim() && { deputy: reachable(deputy) }),
  })),
  ...(desk.trim() && { desk: desk.trim() }),
  ...(head.name.trim() && { head: reachable(head) }),
  shifts: shifts.map(({ from, to, person, car }) => ({
    from: instantOf(from),
    to: instantOf(to),
    person: Number(person),
    ...(car.trim() && { car: car.trim() }),
  })),
});

/** Where something is missing without which nobody could be called, by the pointer of the field. */
export function missingIn({ people, head, shifts }: Roster): ReadonlySet<string> {
  const unreachable = (one: Reach, at: string) => [
    ...(one.name.trim() ? [] : [`${at}/name`]),
    ...(one.phone.trim() ? [] : [`${at}/phone`]),
  ];
  const isNamed = (one: Reach) => (one.name + one.phone).trim() !== '';
  return new Set([
    ...people.flatMap((one, place) => [
      ...unreachable(one, `/people/${place}`),
      ...(isNamed(one.deputy) ? unreachable(one.deputy, `/people/${place}/deputy`) : []),
    ]),
    ...(isNamed(head) ? unreachable(head, '/head') : []),
    ...shifts.flatMap(({ from, to, person }, place) => [
      ...(from ? [] : [`/shifts/${place}/from`]),
      ...(to && to > from ? [] : [`/shifts/${place}/to`]),
      ...(person ? [] : [`/shifts/${place}/person`]),
    ]),
    ...(shifts.length > 0 ? [] : ['/shifts']),
  ]);
}

/** Hours that a new shift takes where nothing says otherwise. */
const USUAL_HOURS = 12;

/** One more shift: into the first gap, else after everybody else. */
export function withShift(roster: Roster, now: Date): Roster {
  const whole = roster.shifts.filter(({ from, to }) => from && to);
  const shifts = whole.map(({ from, to }) => ({
    from: instantOf(from),
    to: instantOf(to),
    person: 0,
  }));
  const [gap] = gapsIn(shifts, now);
  const last = whole
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const begin = gap ? new Date(gap.from) : last ? new Date(instantOf(last)) : now;
  const end = gap ? new Date(gap.to) : new Date(begin.getTime() + USUAL_HOURS * 3_600_000);
  const added = { from: writtenAs(begin), to: writtenAs(end), person: '', car: '' };
  return { ...roster, shifts: [...roster.shifts, added] };
}

export const isOnAnyShift = ({ shifts }: Roster, place: number): boolean =>
  shifts.some(({ person }) => person === String(place));

/** Without a person who takes no shift; those after it move up, and so do their shifts. */
export const withoutPerson = (roster: Roster, place: number): Roster => ({
  ...roster,
  people: roster.people.filter((_, at) => at !== place),
  shifts: roster.shifts.map((shift) => ({
    ...shift,
    person:
      shift.person !== '' && Number(shift.person) > place
        ? String(Number(shift.person) - 1)
        : shift.person,
  })),
});
