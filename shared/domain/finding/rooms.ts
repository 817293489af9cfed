import type { InterviewRules } from '../interview/rules.ts';
import type { Edition } from '../policy/edition.ts';
import type { Resource } from '../resource/resource.ts';
import type { Candidate, Pair, Role } from '../scheduling/question.ts';
import { type Diary, freeTimes, whileValid } from './diary.ts';
import type { Sought } from './sought.ts';
import { cellsOf, type Timeline, whole, windowsOfParts } from './timeline.ts';
import { minutesFrom } from './travel.ts';

type Room = InterviewRules['finding']['rooms'][number];
interface Looked {
  readonly sought: Sought;
  readonly diary: Diary;
  readonly edition: Edition;
}

/** The vehicle as a role of its own: it is sought, chosen and claimed as people are. */
export const VEHICLE = 'vehicle';
const [INTERVIEW_ROOM, OBSERVATION_ROOM] = ['interview-room', 'observation-room'];

/** Rooms and recorders of the site that the visit takes; a meeting takes none. */
export function roomRoles(timeline: Timeline, looked: Looked): Role[] {
  if (timeline.purpose === 'planning-meeting') return [];
  return looked.edition.interview.finding.rooms.flatMap((room): Role[] => {
    const windows = windowsOfParts(timeline, room.parts);
    if (windows.length === 0) return [];
    const candidates = looked.sought.resources
      .filter((one) => fits(one, room, looked))
      .map((one) => candidate(one, looked.diary, room.accreditation));
    return [{ role: room.kind, windows, count: room.count, required: true, candidates }];
  });
}

function fits(one: Resource, room: Room, { sought, edition }: Looked): boolean {
  if (one.kind !== room.kind || !fitsSite(one, sought)) return false;
  if (one.kind.endsWith('-room') && !isReachable(one, sought, edition)) return false;
  return one.kind !== OBSERVATION_ROOM || (one.capacity ?? Infinity) >= watching(sought);
}

/** It stands where the visit is held. */
export const fitsSite = (
  { site, agency }: Pick<Resource, 'site' | 'agency'>,
  { interview }: Pick<Sought, 'interview'>,
): boolean => (site ?? agency) === interview.site.agency;

/** Free of steps, where the child needs that. */
export const isReachable = (
  { accessible }: Resource,
  { interview }: Sought,
  { interview: { finding } }: Edition,
): boolean => accessible || !interview.needs.some((need) => finding.stepFreeFor.includes(need));

/** Those who must be there in person, beside the interview room. */
const watching = ({ interview }: Sought): number =>
  interview.roles.filter(
    ({ place, required, video }) => place === OBSERVATION_ROOM && required && !video,
  ).length;

function candidate(one: Resource, diary: Diary, accreditation: string | undefined): Candidate {
  const { free, load } = freeTimes(one, diary);
  const valid = accreditation ? whileValid(free, one, accreditation, diary) : free;
  return { id: one.id, free: valid, load };
}

/** An interview room goes with the observation room that looks into it. */
export function roomPairs({ resources }: Sought): Pair[] {
  const together = resources.flatMap(({ id, observes = [] }) =>
    observes.map((room): readonly [string, string] => [room, id]),
  );
  return [{ roles: [INTERVIEW_ROOM, OBSERVATION_ROOM], together }];
}

/** Minutes on the road for the child, one way; none where no vehicle is booked. */
export function roadOf(
  { interview, purpose }: Pick<Sought, 'interview' | 'purpose'>,
  edition: Edition,
): number {
  if (purpose === 'planning-meeting') return 0;
  const minutes = minutesFrom(interview.municipality, interview.site.agency, edition);
  return minutes >= edition.interview.finding.transportFrom ? minutes : 0;
}

/** One vehicle there and back: it waits for the child, so that nobody is left at the centre. */
export function vehicleRole(timeline: Timeline, { sought, diary, edition }: Looked): Role[] {
  const minutes = roadOf(sought, edition);
  if (minutes === 0) return [];
  const road = cellsOf(minutes);
  const candidates = sought.resources
    .filter((one) => one.kind === VEHICLE && !sought.shut.agencies.includes(one.agency))
    .filter((one) => isReachable(one, sought, edition))
    .map((one) => ({
      ...candidate(one, diary, undefined),
      travel: { before: road, after: road, minutes },
    }));
  return [{ role: VEHICLE, windows: [whole(timeline)], count: 1, required: true, candidates }];
}
