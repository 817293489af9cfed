import { count, countBetween, nextSet } from './mask.ts';
import type { Dates, Mask, Question, Starts } from './question.ts';

/** How many starts there are, the first of them, and the stretches of days on which they lie. */
export function startsByDate(
  { horizon, days }: Pick<Question, 'horizon' | 'days'>,
  mask: Mask,
): Starts {
  const first = nextSet(mask, 0);
  return {
    count: count(mask),
    ...(first >= 0 && { first: horizon.from + first }),
    dates: stretches(
      days.map(({ date, from, to }) => ({
        date,
        starts: countBetween(mask, from - horizon.from, to - horizon.from),
      })),
    ),
  };
}

/** Days that follow one another, each with a start. */
function stretches(days: readonly { readonly date: string; readonly starts: number }[]): Dates[] {
  const made: Dates[] = [];
  let open = false;
  for (const { date, starts } of days) {
    const last = made.at(-1);
    if (starts > 0 && open && last)
      made.splice(-1, 1, { from: last.from, to: date, starts: last.starts + starts });
    else if (starts > 0) made.push({ from: date, to: date, starts });
    open = starts > 0;
  }
  return made;
}
