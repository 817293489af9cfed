import type { Purpose } from '../booking/booking.ts';
import { QUARTER_MINUTES } from '../booking/sheet.ts';
import type { Passing } from '../interview/finding-rules.ts';
import type { Interview } from '../interview/interview.ts';
import type { InterviewRules } from '../interview/rules.ts';
import type { VisitPart } from '../interview/visit-part.ts';
import type { Window } from '../scheduling/question.ts';

/** One part at its place, counted in quarters from the child's arrival. */
export interface PlacedPart extends Window {
  readonly part: VisitPart;
  readonly minutes: number;
}

/** How a visit goes from arrival to departure, or how a meeting goes; the same whenever it begins. */
export interface Timeline {
  readonly purpose: Purpose;
  readonly cells: number;
  readonly parts: readonly PlacedPart[];
  /** When child and company are on their way or wait; nothing of a meeting. */
  readonly passing: Readonly<Record<Passing, readonly Window[]>>;
}

/** What is begun is taken: a quarter that is touched counts whole. */
export const cellsOf = (minutes: number): number => Math.ceil(minutes / QUARTER_MINUTES);

type Planned = Pick<Interview, 'parts'>;
const NOBODY = { arrival: [], entering: [], between: [], leaving: [], departure: [] };

/** The parts one after the other, each on a quarter, with what lies between, before and after them. */
export function timelineOf(
  interview: Planned,
  purpose: Purpose,
  { finding }: Pick<InterviewRules, 'finding'>,
): Timeline {
  const meets = purpose === 'planning-meeting';
  const planned = interview.parts.filter(
    ({ part, minutes }) => (part === 'planning') === meets && minutes > 0,
  );
  const between = cellsOf(finding.betweenParts);
  let offset = meets ? 0 : cellsOf(finding.arrival);
  const parts = planned.map(({ part, minutes }): PlacedPart => {
    const placed = { part, minutes, offset, cells: cellsOf(minutes) };
    offset += placed.cells + between;
    return placed;
  });
  const ended = Math.max(0, offset - between);
  if (meets) return { purpose, cells: ended, parts, passing: NOBODY };
  const cells = ended + cellsOf(finding.departure);
  return { purpose, cells, parts, passing: passingOf(parts, ended, cells) };
}

const endOf = ({ offset, cells }: Window): number => offset + cells;
const span = (from: number, to: number): Window[] =>
  from < to ? [{ offset: from, cells: to - from }] : [];

function passingOf(
  parts: readonly PlacedPart[],
  ended: number,
  cells: number,
): Timeline['passing'] {
  const begins = parts[0]?.offset ?? 0;
  return {
    arrival: span(0, begins),
    entering: span(Math.max(0, begins - 1), begins),
    between: parts.slice(1).flatMap((part, i) => span(endOf(parts[i] ?? part), part.offset)),
    leaving: span(ended, Math.min(cells, ended + 1)),
    departure: span(ended, cells),
  };
}

/**
 * When somebody with these parts must be there. Parts that follow one another are one window, with
 * the time between: nobody is sent away for a quarter of an hour.
 */
export function windowsOfParts({ parts }: Timeline, own: readonly VisitPart[]): Window[] {
  const windows: Window[] = [];
  let open = false;
  for (const part of parts) {
    const last = windows.at(-1);
    if (!own.includes(part.part)) open = false;
    else if (open && last)
      windows[windows.length - 1] = { ...last, cells: endOf(part) - last.offset };
    else {
      windows.push({ offset: part.offset, cells: part.cells });
      open = true;
    }
  }
  return windows;
}

/** From the first part to the end of the last. */
export const allParts = ({ parts }: Timeline): Window => {
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last
    ? { offset: first.offset, cells: endOf(last) - first.offset }
    : { offset: 0, cells: 0 };
};

/** The whole visit, from arrival to departure. */
export const whole = ({ cells }: Timeline): Window => ({ offset: 0, cells });
