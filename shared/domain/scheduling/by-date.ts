import { nextSet } from './mask.ts';
import type { Dates, Mask, Question, Starts } from './question.ts';

/** How many starts there are, the first of them, and the stretches of days on which they lie. */
export function startsByDate(
  { horizon, days }: Pick<Question, 'horizon' | 'days'>,
  mask: Mask,
): Starts {
  const dates: Dates[] = [];
  let [count, day, lastDay] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let bit = nextSet(mask, 0); bit >= 0; bit = nextSet(mask, bit + 1)) {
    count += 1;
    while (horizon.from + bit >= (days[day]?.to ?? Number.POSITIVE_INFINITY)) day += 1;
    const date = days[day]?.date;
    if (date === undefined) continue;
    const last = dates.at(-1);
    if (last && day - lastDay <= 1)
      dates.splice(-1, 1, { ...last, to: date, starts: last.starts + 1 });
    else dates.push({ from: date, to: date, starts: 1 });
    lastDay = day;
  }
  const first = nextSet(mask, 0);
  return { count, ...(first >= 0 && { first: horizon.from + first }), dates };
}
