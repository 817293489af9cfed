import type { Edition } from '../policy/edition.ts';
import { touched } from '../scheduling/days.ts';
import { everything, free, nothing, take } from '../scheduling/mask.ts';
import type { Mask, Rule, Window } from '../scheduling/question.ts';
import { type Diary, unlessTaken } from './diary.ts';
import { roadOf } from './rooms.ts';
import type { Sought } from './sought.ts';
import { allParts, cellsOf, type Timeline, whole } from './timeline.ts';

/** When the child is away from home: the visit with the road there and back. */
export function away(timeline: Timeline, road: number): Window {
  const { offset, cells } = whole(timeline);
  const by = cellsOf(road);
  return { offset: offset - by, cells: cells + 2 * by };
}

/** Times that the child itself sets: its own day, what it cannot miss, its rest, its waking hours. */
export function childRules(
  timeline: Timeline,
  { sought, diary, edition }: { sought: Sought; diary: Diary; edition: Edition },
): Rule[] {
  if (timeline.purpose === 'planning-meeting') return [];
  const { horizon } = diary;
  const all = everything(horizon);
  const window = away(timeline, roadOf(sought, edition));
  const own = unlessTaken([sought.interview.child], diary, all);
  const forbidden = Map.groupBy(sought.child.forbidden, ({ code }) => code);
  return [
    { code: 'child', window, free: own },
    ...[...forbidden].map(([code, times]): Rule => {
      const left = everything(horizon);
      for (const time of times) take(left, horizon, touched(time));
      return { code: `forbidden.${code}`, window, free: left };
    }),
    ...restRules(timeline, { sought, diary, edition }),
    { code: 'day', window: allParts(timeline), free: wakingHours(diary, edition) },
  ];
}

/** Young children rest by day; one whose age nobody knows may be young. */
function restRules(
  timeline: Timeline,
  { sought, diary, edition }: { sought: Sought; diary: Diary; edition: Edition },
): Rule[] {
  const { years } = sought.child;
  const hours = edition.interview.finding.rest.filter(
    ({ underYears }) => years === undefined || years < underYears,
  );
  return [...Map.groupBy(hours, ({ code }) => code)].map(([code, all]) => {
    const left = everything(diary.horizon);
    for (const day of diary.days)
      for (const { from, to } of all)
        take(left, diary.horizon, { from: Math.floor(day.at(from)), to: Math.ceil(day.at(to)) });
    return { code: `rest.${code}`, window: allParts(timeline), free: left };
  });
}

function wakingHours({ horizon, days }: Diary, { interview }: Edition): Mask {
  const { from, to } = interview.finding.day;
  const mask = nothing(horizon);
  for (const day of days)
    free(mask, horizon, { from: Math.ceil(day.at(from)), to: Math.floor(day.at(to)) });
  return mask;
}
