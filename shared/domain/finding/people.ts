import type { PlannedRole } from '../interview/role.ts';
import type { Edition } from '../policy/edition.ts';
import type { Resource } from '../resource/resource.ts';
import { touched } from '../scheduling/days.ts';
import { take } from '../scheduling/mask.ts';
import type { Candidate, Role } from '../scheduling/question.ts';
import { type Diary, freeTimes, whileValid } from './diary.ts';
import type { Sought } from './sought.ts';
import { cellsOf, type Timeline, windowsOfParts } from './timeline.ts';
import { minutesTo } from './travel.ts';

/** The role for which a further interview needs the same person as before. */
const INTERVIEWER = 'interviewer';

/** What a person must be for a role, whatever the time; each by the name of the rule. */
export const personRules: Readonly<
  Record<
    string,
    (
      person: Resource,
      role: PlannedRole,
      sought: Pick<Sought, 'interview' | 'shut'>,
      edition: Edition,
    ) => boolean
  >
> = {
  languages: ({ languages }, role) => role.languages.every((one) => languages.includes(one)),
  sex: ({ sex }, role) => role.sex === undefined || role.sex === sex,
  'no-conflict': ({ account }, _, { shut }) => !account || !shut.accounts.includes(account),
  'not-excluded': ({ agency }, _, { shut }) => !shut.agencies.includes(agency),
  'from-elsewhere': ({ municipality }, { role }, { interview }, edition) =>
    interview.choices?.interpreterFromNear ||
    !edition.interview.finding.fromElsewhere.includes(role) ||
    municipality !== interview.municipality,
  'same-interviewer': ({ id, account }, { role }, { interview: { interviewer } }) =>
    role !== INTERVIEWER || !interviewer || interviewer === id || interviewer === account,
};

/** Whoever of the people can fill a role of the plan, in person or by video. */
export function roleOf(
  role: PlannedRole,
  timeline: Timeline,
  { sought, diary, edition }: { sought: Sought; diary: Diary; edition: Edition },
): Role {
  const people = sought.resources.filter((one) => mayFill(one, role, sought, edition));
  return {
    role: role.role,
    windows: windowsOfParts(timeline, role.parts),
    count: 1,
    required: role.required,
    candidates: people.flatMap((one) => candidates(one, role, { sought, diary, edition })),
  };
}

/** Somebody of the agency; or of the one that stands in for it, if that is of the same kind. */
/** Whether somebody may fill the role at all, whenever it is. */
export const mayFill = (
  person: Resource,
  role: PlannedRole,
  sought: Pick<Sought, 'interview' | 'shut'>,
  edition: Edition,
): boolean =>
  person.kind === 'person' &&
  answersFor(person, role, edition) &&
  person.qualifications.some(({ code }) => code === certificateOf(role)) &&
  Object.values(personRules).every((holds) => holds(person, role, sought, edition));

/** A role without a certificate of its own is filled by whoever is kept as one who holds it. */
const certificateOf = ({ qualification, role }: PlannedRole): string => qualification ?? role;

function answersFor({ agency }: Resource, role: PlannedRole, edition: Edition): boolean {
  if (agency === role.agency) return true;
  const answers = edition.agency(role.agency);
  const other = edition.agency(agency);
  return role.standIn && answers?.standIn === agency && other?.kind === answers.kind;
}

function candidates(
  person: Resource,
  role: PlannedRole,
  { sought, diary, edition }: { sought: Sought; diary: Diary; edition: Edition },
): Candidate[] {
  const { free, load } = freeTimes(person, diary);
  for (const { agency, from, to } of sought.declined)
    if (agency === person.agency) take(free, diary.horizon, touched({ from, to }));
  const found: Candidate = {
    id: person.id,
    free: whileValid(free, person, certificateOf(role), diary),
    load,
    known: person.account !== undefined && sought.child.known.includes(person.account),
    standIn: person.agency !== role.agency,
  };
  const byVideo: Candidate = { ...found, video: true };
  // Professionals meet by video; whoever cannot is there in person.
  if (sought.purpose === 'planning-meeting') return [found];
  const minutes = minutesTo(sought.interview.site.agency, person, edition);
  const road = cellsOf(minutes);
  const there: Candidate =
    road > 0 ? { ...found, travel: { before: road, after: road, minutes } } : found;
  return role.video && road > 0 ? [there, byVideo] : [there];
}
