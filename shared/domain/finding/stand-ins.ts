import type { Claim } from '../booking/sheet.ts';
import { type StandIns, takenFor } from '../booking/stand-in.ts';
import type { LiveBooking } from '../booking/standing.ts';
import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { Resource } from '../resource/resource.ts';
import { has } from '../scheduling/mask.ts';
import { type Diary, diaryOf, freeTimes, whileValid } from './diary.ts';
import { personRules } from './people.ts';
import type { Sought } from './sought.ts';

export interface Replacing
  extends Pick<Sought, 'interview' | 'lead' | 'now' | 'resources' | 'calendars' | 'shut'> {
  readonly booking: LiveBooking;
  /** Whose people cannot come, and in which roles. */
  readonly agency: AgencyId;
  readonly roles: readonly string[];
}

/** For each role that is left empty somebody else of the agency who is free, the least busy first. */
export function standInsFor(replacing: Replacing, edition: Edition): StandIns {
  const { booking, agency, roles, resources } = replacing;
  const sought = soughtFor(replacing);
  const diary = diaryOf(sought, edition.calendar);
  const known = new Set(booking.claims.map(({ sheet }) => sheet));
  const found = new Map<string, string>();
  for (const role of roles) {
    const planned = sought.interview.roles.find((one) => one.role === role);
    const claims = takenFor(booking, agency, [role]);
    if (!planned?.standIn || claims.length === 0) continue;
    const fits = (one: Resource) =>
      one.kind === 'person' &&
      one.agency === agency &&
      !known.has(one.id) &&
      Object.values(personRules).every((holds) => holds(one, planned, sought, edition));
    const [first] = resources
      .filter(fits)
      .map((one) => ({ id: one.id, ...freeFor(one, claims, planned.qualification ?? role, diary) }))
      .filter(({ free }) => free)
      .toSorted((a, b) => a.load - b.load);
    if (!first) continue;
    found.set(role, first.id);
    known.add(first.id);
  }
  return found;
}

function freeFor(
  person: Resource,
  claims: readonly Claim[],
  qualification: string,
  diary: Diary,
): { readonly free: boolean; readonly load: number } {
  const { free: times, load } = freeTimes(person, diary);
  const mask = whileValid(times, person, qualification, diary);
  const free = claims.every(({ day, from, to }) => {
    const midnight = diary.days.find(({ date }) => date === day)?.from;
    if (midnight === undefined) return false;
    const first = midnight - diary.horizon.from;
    return Array.from({ length: to - from }, (_, i) => first + from + i).every((cell) =>
      has(mask, cell),
    );
  });
  return { free, load };
}

/** A search for people alone, on the day of the booking. */
function soughtFor({ booking, interview, ...known }: Replacing): Sought {
  const { purpose, start, end } = booking;
  return {
    ...known,
    interview,
    caseVersion: 0,
    purpose,
    from: start,
    to: end,
    limit: 1,
    allowed: { standIns: true, video: true },
    onCall: interview.tier.tier === 0,
    child: { forbidden: [], preferred: [], known: [] },
    attending: [],
    apart: [],
    siblings: [],
    declined: [],
  };
}
