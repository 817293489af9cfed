import { Temporal } from 'temporal-polyfill';
import type { Interview } from '../interview/interview.ts';
import type { Edition } from '../policy/edition.ts';
import { cellOf } from '../scheduling/days.ts';
import { free, nothing } from '../scheduling/mask.ts';
import type { Question, Role, Rule } from '../scheduling/question.ts';
import { childRules } from './childs-day.ts';
import { type Diary, diaryOf } from './diary.ts';
import { roleOf } from './people.ts';
import { roomPairs, roomRoles, vehicleRole } from './rooms.ts';
import { weightsOf, wishesOf } from './scoring.ts';
import { AT_START, separationRules } from './separation.ts';
import type { Sought } from './sought.ts';
import { cellsOf, type Timeline, timelineOf } from './timeline.ts';

/** The question that a search asks, with what is needed to understand the answer. */
export interface Asked {
  readonly question: Question;
  readonly timeline: Timeline;
  readonly diary: Diary;
}

const cell = (at: string): number => cellOf(Temporal.Instant.from(at));
const cellFrom = (at: string): number => cellOf(Temporal.Instant.from(at).add({ seconds: 899 }));

/** Turns a visit and what its people, rooms and children can into one question in quarters. */
export function questionOf(sought: Sought, edition: Edition): Asked {
  const { interview, purpose } = sought;
  const rules = edition.interview;
  const timeline = timelineOf(interview, purpose, rules);
  const diary = diaryOf(sought, edition.calendar);
  const looked = { sought, diary, edition };
  const question: Question = {
    horizon: diary.horizon,
    days: diary.days,
    ...bounds(sought, timeline, edition),
    roles: [
      ...peopleOf(timeline, looked),
      ...roomRoles(timeline, looked),
      ...vehicleRole(timeline, looked),
    ],
    rules: [
      ...childRules(timeline, looked),
      ...separationRules(timeline, { sought, diary, rules }),
      ...rangeRules(sought, timeline, diary, edition),
    ],
    pairs: roomPairs(sought),
    wishes: wishesOf(timeline, looked),
    weights: weightsOf(edition),
    allowed: sought.allowed,
    limit: Math.min(sought.limit, rules.finding.proposalsMost),
    mostPerDay: rules.finding.proposalsADay,
  };
  return { question, timeline, diary };
}

/** Roles whose calendars the hub keeps, in the parts that are sought. */
function peopleOf(
  timeline: Timeline,
  looked: { sought: Sought; diary: Diary; edition: Edition },
): Role[] {
  return looked.sought.interview.roles
    .filter(({ from }) => from === 'resources')
    .map((role) => roleOf(role, timeline, looked))
    .filter(({ windows }) => windows.length > 0);
}

/** The shortest notice of its tier; the last that the pack lists stands for all further tiers. */
export const noticeOf = ({ tier }: Pick<Interview, 'tier'>, { interview }: Edition): number => {
  const { noticeMinutes } = interview.finding;
  return noticeMinutes[Math.min(tier.tier, noticeMinutes.length - 1)] ?? 0;
};

/** What has to begin by the deadline: the interview, or the meeting before it. */
const decisive = ({ parts, purpose }: Timeline) =>
  parts.find(({ part }) => part === (purpose === 'visit' ? 'interview' : 'planning')) ?? parts[0];

/** Not before the notice has run; not after the deadline, unless a reason was recorded. */
function bounds(sought: Sought, timeline: Timeline, edition: Edition) {
  const { interview, now } = sought;
  const end = Temporal.Instant.from(now).add({ minutes: noticeOf(interview, edition) });
  const latest = cell(interview.tier.dueAt) - (decisive(timeline)?.offset ?? 0);
  const notAfter = interview.breach ? cell(sought.to) : latest;
  return { notBefore: cellFrom(end.toString()), notAfter };
}

/** The days that were asked for, and the meeting that comes before the visit. */
function rangeRules(
  { purpose, from, to, other }: Sought,
  timeline: Timeline,
  { horizon }: Diary,
  { interview: { finding } }: Edition,
): Rule[] {
  const asked = nothing(horizon);
  free(asked, horizon, { from: cellFrom(from), to: cell(to) });
  const range: Rule = { code: 'range', window: AT_START, free: asked };
  if (!other) return [range];
  const gap = cellsOf(finding.planningBefore);
  const order = nothing(horizon);
  const first = horizon.from;
  if (purpose === 'visit') {
    free(order, horizon, { from: cellFrom(other.end) + gap, to: first + horizon.cells });
  } else {
    free(order, horizon, { from: first, to: cell(other.start) - gap - timeline.cells + 1 });
  }
  return [range, { code: 'planning', window: AT_START, free: order }];
}
