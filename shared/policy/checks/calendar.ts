import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Dated holidays lie in the span the calendar covers, and the zone is that of the pack. */
export function checkCalendar({ calendar, pack }: Pack): readonly Problem[] {
  const { covers, movable, decreed, week } = calendar;
  const outside = [...movable, ...decreed].flatMap(({ name, dates }) =>
    dates
      .filter((date) => date < covers.from || covers.to < date)
      .map((date) => problem('calendar.json', name.en, `${date} lies outside the span covered`)),
  );
  return [
    ...outside,
    ...(calendar.zone === pack.zone
      ? []
      : [problem('calendar.json', 'zone', `differs from ${pack.zone} in pack.json`)]),
    ...(Object.keys(week).length > 0
      ? []
      : [problem('calendar.json', 'week', 'has no working day')]),
  ];
}
