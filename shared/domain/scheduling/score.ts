import type { Candidate, Question, Role, Term, Weights } from './question.ts';

const MINUTES_AN_HOUR = 60;

type Counted = Pick<Question, 'weights' | 'roles'>;

/** How many have a part: what concerns all of them counts as their mean. */
const places = ({ roles }: Pick<Question, 'roles'>): number =>
  roles.reduce((sum, { count }) => sum + count, 0);

interface Count {
  readonly code: keyof Weights;
  readonly of: number;
  readonly points: number;
}

/** What a candidate counts, and how much of it: without a weight it counts nothing. */
function counts(question: Counted, candidate: Candidate, share: number): readonly Count[] {
  const { weights } = question;
  const { known, load, travel, standIn, video } = candidate;
  const counted: Count[] = [];
  const add = (code: keyof Weights, of: number, sign: number) => {
    const points = sign * (weights[code] ?? 0) * of;
    if (points !== 0) counted.push({ code, of, points });
  };
  if (known) add('known-worker', 1, 1);
  add('load', load, -share);
  if (travel) add('travel', travel.minutes / MINUTES_AN_HOUR, -share);
  if (standIn) add('stand-in', 1, -1);
  if (video) add('video', 1, -1);
  return counted;
}

/** What each candidate adds to the score of whatever time it takes part in. */
export function pointsOf(question: Counted, candidates: readonly Candidate[]): readonly number[] {
  const share = 1 / places(question);
  return candidates.map((candidate) =>
    counts(question, candidate, share).reduce((sum, { points }) => sum + points, 0),
  );
}

/** The same, term by term. */
export const termsOf = (question: Counted, { role }: Role, candidate: Candidate): Term[] =>
  counts(question, candidate, 1 / places(question)).map((term) => ({
    ...term,
    role,
    id: candidate.id,
  }));

/** A start at once counts in full, one at the last moment nothing. */
export function soon({ weights, notBefore, notAfter }: Question, start: number): number {
  const weight = weights.soon ?? 0;
  return notAfter > notBefore ? (weight * (notAfter - start)) / (notAfter - notBefore) : weight;
}

/** What it takes away that so many optional places stay empty. */
export const emptiness = ({ weights }: Counted, empty: number): number =>
  empty === 0 ? 0 : -(weights['without-role'] ?? 0) * empty;
