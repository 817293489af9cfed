import type { ClockName } from '../clock/definition.ts';
import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { Edition } from '../policy/edition.ts';
import type { Aftercare, CareState } from './aftercare.ts';

interface Watched {
  readonly visit: Interview;
  readonly at: string;
}

const clockOf = (
  { visit, at }: Watched,
  { name, numbered, holder }: { name: ClockName; numbered: string; holder: AgencyId },
  edition: Edition,
): Clock =>
  startClock(
    {
      name,
      numbered,
      subject: { kind: 'interview', id: visit.id },
      holder,
      file: visit.file,
      referral: visit.referral,
      case: visit.case,
      urgency: 'high',
      startedAt: at,
    },
    edition,
  );

/** From the departure on the contacts are owed, by whoever the child was told to call. */
export const contactClocks = (
  watched: Watched,
  { session, holder }: { readonly session: number; readonly holder: AgencyId },
  edition: Edition,
): Clock[] =>
  edition.visit.after.contacts.map(({ clock }) =>
    clockOf(watched, { name: clock as ClockName, numbered: String(session), holder }, edition),
  );

/** Care that nobody has offered yet is owed from the departure on. */
export const offerClocks = (
  watched: Watched,
  { session, entries }: { readonly session: number; readonly entries: readonly Aftercare[] },
  edition: Edition,
): Clock[] =>
  edition.visit.after.care
    .filter(({ item }) => !entries.some(({ code }) => code === item))
    .map(({ number }) => {
      const numbered = `${number}-${session}`;
      const holder = watched.visit.site.agency;
      return clockOf(watched, { name: 'care-offered', numbered, holder }, edition);
    });

/** What each step of the care ends, and what is owed next. */
const STEPS: Partial<Record<CareState, { readonly ends: ClockName[]; readonly owes?: ClockName }>> =
  {
    offered: { ends: ['care-offered'], owes: 'care-answered' },
    accepted: { ends: ['care-answered'], owes: 'care-started' },
    started: { ends: ['care-started'] },
    declined: { ends: ['care-offered', 'care-answered', 'care-started'] },
  };

/** A step of the care ends the clock that waited for it and starts the next. */
export function careClocks(
  watched: Watched,
  entry: Pick<Aftercare, 'code' | 'state' | 'number'>,
  clocks: readonly Clock[],
  edition: Edition,
): Clock[] {
  const care = edition.visit.after.care.find(({ item }) => item === entry.code);
  const step = STEPS[entry.state];
  if (!care || !step) return [];
  const ended = clocks
    .filter(({ endedAt }) => !endedAt)
    .filter(({ name }) => step.ends.some((one) => name.startsWith(`${one}-${care.number}-`)))
    .map((clock) => endClock(clock, watched.at));
  if (!step.owes) return ended;
  const numbered = `${care.number}-${entry.number}`;
  const holder = watched.visit.site.agency;
  return [...ended, clockOf(watched, { name: step.owes, numbered, holder }, edition)];
}

/** The clock of a contact that was made, or given up with a reason. */
export function contactEnded(
  code: string,
  clocks: readonly Clock[],
  at: string,
  { visit: { after } }: Pick<Edition, 'visit'>,
): Clock[] {
  const name = after.contacts.find(({ item }) => item === code)?.clock;
  return clocks
    .filter((clock) => name && !clock.endedAt && clock.name.startsWith(`${name}-`))
    .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
    .slice(0, 1)
    .map((clock) => endClock(clock, at));
}
