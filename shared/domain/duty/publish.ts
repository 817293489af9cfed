import { Temporal } from 'temporal-polyfill';
import type { AgencyId, EventId, FileId } from '../ids.ts';
import { type Decision, join } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { type DutyGap, lookForGaps } from './duty-gap.ts';
import { ROSTER_NUMBER, type Roster, type Shift } from './roster.ts';

interface Checked {
  readonly shifts: readonly Shift[];
  /** How many people the roster names. */
  readonly people: number;
  /** The roster it replaces: what has passed may be sent again with the rest of it. */
  readonly earlier?: Pick<Roster, 'shifts'> | undefined;
  readonly at: string;
}

/** Refuses a roster that cannot be meant so, naming each shift and what is wrong with it. */
export function checkRoster({ shifts, people, earlier, at }: Checked, edition: Edition): void {
  const { amount, unit } = edition.duty.longestShift;
  const stood = new Set(earlier?.shifts.map(({ from, to }) => `${from} ${to}`));
  const found = shifts.flatMap(({ from, to, person }, i): Hindrance[] => {
    const longest = Temporal.Instant.from(from).add({ [unit]: amount });
    const wrong = (field: string, code: string) => ({ pointer: `/shifts/${i}/${field}`, code });
    return [
      ...(to <= from ? [wrong('to', 'ends-before-it-begins')] : []),
      ...(to > from && to <= at && !stood.has(`${from} ${to}`) ? [wrong('to', 'in-the-past')] : []),
      ...(Temporal.Instant.compare(to, longest) > 0 ? [wrong('to', 'too-long')] : []),
      ...(person >= people ? [wrong('person', 'unknown-person')] : []),
      ...(isDoubled(shifts, i) ? [wrong('from', 'person-twice-at-once')] : []),
    ];
  });
  if (found.length > 0) throw new Refusal('roster-invalid', found);
}

/** Two people at once are more safety; one person twice at once is a slip. */
const isDoubled = (shifts: readonly Shift[], i: number): boolean =>
  shifts.slice(0, i).some((other) => {
    const shift = shifts[i];
    return shift?.person === other.person && other.from < shift.to && shift.from < other.to;
  });

interface Publishing {
  readonly agency: AgencyId;
  /** The roster it replaces, if there is one. */
  readonly earlier: Roster | undefined;
  readonly known: readonly DutyGap[];
  readonly shifts: readonly Shift[];
  readonly desk?: string | undefined;
  readonly sealed: Sealed;
  readonly file: FileId;
  readonly at: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly newEvent: () => EventId;
}

/** Replaces the roster as a whole; a gap that is near is told in the same decision. */
export function publishRoster(publishing: Publishing, edition: Edition): Decision {
  const { agency, earlier, known, shifts, desk, sealed, file, at, by, newEvent } = publishing;
  const roster: Roster = {
    what: 'roster',
    of: { kind: 'agency', id: agency },
    number: ROSTER_NUMBER,
    version: (earlier?.version ?? 0) + 1,
    file,
    at,
    by: { sub: by.sub, agency: by.agency },
    shifts: shifts.toSorted((a, b) => a.from.localeCompare(b.from)),
    ...(desk && { desk }),
    sealed,
  };
  const published: JournalEvent = {
    id: newEvent(),
    type: 'duty.published',
    at,
    subject: roster.of,
    version: roster.version,
    // Counted by itself, beside the versions of whatever else an agency has.
    clock: 'duty',
    by,
    to: [],
    codes: { shifts: String(shifts.length) },
    policy: edition.reference,
  };
  const look = { agency, roster, known, at, by, file, newEvent };
  return join({ kept: [roster], events: [published] }, lookForGaps(look, edition));
}
