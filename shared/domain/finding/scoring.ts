import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { Edition } from '../policy/edition.ts';
import { contained } from '../scheduling/days.ts';
import { everything, free, nothing, take } from '../scheduling/mask.ts';
import type { Mask, TimeWish, Weights } from '../scheduling/question.ts';
import type { Diary } from './diary.ts';
import type { Sought } from './sought.ts';
import { allParts, type Timeline } from './timeline.ts';

/** What the terms of the score weigh, as the pack says. */
export const weightsOf = ({ interview: { finding } }: Edition): Weights => finding.weights;

/** Times that would be better: those the child likes, and those outside its lessons. */
export function wishesOf(
  timeline: Timeline,
  { sought, diary, edition }: { sought: Sought; diary: Diary; edition: Edition },
): TimeWish[] {
  if (timeline.purpose === 'planning-meeting') return [];
  const { weights } = edition.interview.finding;
  const window = allParts(timeline);
  const liked = nothing(diary.horizon);
  for (const time of sought.child.preferred) free(liked, diary.horizon, contained(time));
  const afterSchool = outsideLessons(diary, edition.calendar);
  return [
    ...(sought.child.preferred.length > 0
      ? [{ code: 'preferred-time', weight: weights['preferred-time'], window, wished: liked }]
      : []),
    { code: 'school-hours', weight: weights['school-hours'], window, wished: afterSchool },
  ];
}

function outsideLessons(diary: Diary, { school }: WorkingCalendar): Mask {
  const mask = everything(diary.horizon);
  for (const day of diary.days) {
    const lessons = school.week[day.weekday];
    const off = school.vacations.some(({ from, to }) => from <= day.date && day.date <= to);
    if (!lessons || off || day.holiday) continue;
    take(mask, diary.horizon, { from: day.at(lessons.from), to: day.at(lessons.to) });
  }
  return mask;
}
