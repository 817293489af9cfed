import { gapsToday } from '../duty/duty-gap.ts';
import type { DutyPerson, Reachable } from '../duty/person.ts';
import type { Roster } from '../duty/roster.ts';
import { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';

interface Shown {
  readonly roster: Roster;
  /** Opened from the roster, for those who may call them. */
  readonly people: readonly DutyPerson[];
  readonly head?: Reachable | undefined;
  readonly at: string;
}

/** A roster with its people, and the gaps that are an alarm today. */
export const rosterView = ({ roster, people, head, at }: Shown, edition: Edition) => ({
  agency: AgencyId.parse(roster.of.id),
  people: [...people],
  head,
  desk: roster.desk,
  shifts: roster.shifts,
  gaps: gapsToday(roster, at, edition),
  at: roster.at,
  version: roster.version,
  links: { self: `/v1/agencies/${roster.of.id}/duty` },
});
