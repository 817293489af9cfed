import type { CaseId, InterviewId } from '../ids.ts';
import type { Booking } from './booking.ts';
import type { Claim } from './sheet.ts';

/** Two visits of one day whose children must not meet. */
interface Apart {
  readonly visits: readonly [InterviewId, InterviewId];
  /** Never in the house at the same time, or only nowhere where they would meet. */
  readonly must: 'never-there-together' | 'not-meet';
  readonly kept: boolean;
}

type Visit = Pick<Booking, 'interview' | 'start' | 'end' | 'claims'> & {
  /** The child by the case that goes on for it: whose day the visit takes. */
  readonly child: CaseId;
};

const APART = 'apart.';

/** Who must be kept apart from whom at one house on one day, and whether the bookings do so. */
export const apartOn = (visits: readonly Visit[], zones: readonly string[]): Apart[] =>
  visits.flatMap((one, i) => visits.slice(i + 1).flatMap((other) => between(one, other, zones)));

function between(one: Visit, other: Visit, zones: readonly string[]): Apart[] {
  const of = [one.interview, other.interview] as const;
  if (names(one, other) || names(other, one)) {
    return [{ visits: of, must: 'never-there-together', kept: !atOnce(one, other) }];
  }
  if (isFamily(one, other)) return [];
  return [
    { visits: of, must: 'not-meet', kept: !atOnce(one, other) || passApart(one, other, zones) },
  ];
}

/** A visit claims a sheet of its own for each child whom its child must never meet. */
const names = ({ claims }: Visit, { child }: Visit): boolean =>
  claims.some(({ sheet }) => sheet.startsWith(APART) && sheet.split('.').includes(child));

const groupOf = ({ claims }: Visit) => claims.find(({ group }) => group !== undefined)?.group;
const isFamily = (one: Visit, other: Visit): boolean =>
  groupOf(one) !== undefined && groupOf(one) === groupOf(other);

const atOnce = (one: Visit, other: Visit): boolean =>
  one.start < other.end && other.start < one.end;

/** Both pass the zones of the house, and never one at the same time. */
function passApart(one: Visit, other: Visit, zones: readonly string[]): boolean {
  const [own, theirs] = [one, other].map(({ claims }) =>
    claims.filter(({ sheet }) => zones.includes(sheet)),
  ) as [Claim[], Claim[]];
  if (own.length === 0 || theirs.length === 0) return false;
  return !own.some((claim) => theirs.some((there) => meets(claim, there)));
}

const meets = (one: Claim, other: Claim): boolean =>
  one.sheet === other.sheet && one.day === other.day && one.from < other.to && other.from < one.to;
