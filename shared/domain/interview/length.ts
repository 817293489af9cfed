import type { Edition } from '../policy/edition.ts';
import type { Explained } from './explained.ts';
import type { VisitPart } from './visit-part.ts';

/** Lengths are planned in steps of so many minutes. */
const STEP = 5;
const upToStep = (minutes: number): number => Math.ceil(minutes / STEP) * STEP;

interface Talk {
  /** The whole length with its breaks. */
  readonly minutes: number;
  /** How many breaks are in it. */
  readonly breaks: number;
  readonly because: readonly Explained[];
}

/** How long the interview lasts for a child of this age, with the breaks it needs. */
export function talkLength(
  age: number | undefined,
  interpreted: boolean,
  { interview: { lengths } }: Edition,
): Talk {
  const { minutesPerYear: perYear, least, most, ageUnknown, interpreterFactor: factor } = lengths;
  const plain =
    age === undefined ? ageUnknown : Math.min(most, Math.max(least, upToStep(age * perYear)));
  const minutes = interpreted ? upToStep(plain * factor) : plain;
  // Not knowing the age, the child gets the breaks of the youngest.
  const band =
    lengths.breaks.find(
      ({ underYears }) => (age ?? 0) < (underYears ?? Number.POSITIVE_INFINITY),
    ) ?? lengths.breaks.at(-1);
  if (!band) throw new Error('the pack has no breaks');
  const { every, lasts } = band;
  const count = Math.max(lengths.leastBreaks, Math.ceil(minutes / every) - 1);
  const line = (code: string, values: Record<string, number>): Explained => ({
    about: 'length',
    code,
    values,
  });
  const because = [
    age === undefined
      ? line('age-unknown-length', { minutes: plain })
      : line('age-times', { years: age, perYear, least, most, minutes: plain }),
    ...(interpreted ? [line('with-interpreter', { factor, minutes })] : []),
    line('breaks', { every, count, lasts }),
  ];
  return { minutes: minutes + count * lasts, breaks: count, because };
}

interface PartsAsked {
  readonly age: number | undefined;
  readonly interpreted: boolean;
  /** Where the medical part stands; absent where the visit has none. */
  readonly medical: 'before-interview' | 'after-interview' | undefined;
}

/** The parts of the visit in their order, each with its length; the planning meeting is another day. */
export function partsOf({ age, interpreted, medical }: PartsAsked, edition: Edition) {
  const { lengths } = edition.interview;
  const talk = talkLength(age, interpreted, edition);
  const part = (name: VisitPart, minutes: number, breaks = 0) => ({ part: name, minutes, breaks });
  const contact = interpreted
    ? upToStep(lengths.firstContact * lengths.interpreterFactor)
    : lengths.firstContact;
  const examination = part('medical', lengths.medical);
  const parts = [
    part('planning', lengths.planning),
    ...(medical === 'before-interview' ? [examination] : []),
    part('interview', talk.minutes, talk.breaks),
    ...(medical === 'after-interview' ? [examination] : []),
    part('first-contact', contact),
  ];
  return { parts, because: talk.because };
}
