import type { Candidate, Question, Role, Term, Weights } from './question.ts';

const MINUTES_AN_HOUR = 60;

type Counted = Pick<Question, 'weights' | 'roles'>;

/** How many have a part: what concerns all of them counts as their mean. */
const places = ({ roles }: Pick<Question, 'roles'>): number =>
  roles.reduce((sum, { count }) => sum + count, 0);

/** What a candidate counts, and how much of it: without a weight it counts nothing. */
function* counts(
  question: Counted,
  candidate: Candidate,
): Generator<{ code: keyof Weights; of: number; points: number }> {
  const { weights } = question;
  const share = 1 / places(question);
  const { known, load, travel, standIn, video } = candidate;
  if (known) yield { code: 'known-worker', of: 1, points: weights['known-worker'] ?? 0 };
  if (load > 0) yield { code: 'load', of: load, points: -(weights.load ?? 0) * load * share };
  if (travel) {
    const hours = travel.minutes / MINUTES_AN_HOUR;
    yield { code: 'travel', of: hours, points: -(weights.travel ?? 0) * hours * share };
  }
  if (standIn) yield { code: 'stand-in', of: 1, points: -(weights['stand-in'] ?? 0) };
  if (video) yield { code: 'video', of: 1, points: -(weights.video ?? 0) };
}

/** What a candidate adds to the score of whatever time it takes part in. */
export function pointsOf(question: Counted, candidate: Candidate): number {
  let sum = 0;
  for (const { points } of counts(question, candidate)) sum += points;
  return sum;
}

/** The same, term by term. */
export const termsOf = (question: Counted, { role }: Role, candidate: Candidate): Term[] =>
  [...counts(question, candidate)]
    .filter(({ points }) => points !== 0)
    .map((term) => ({ ...term, role, id: candidate.id }));

/** A start at once counts in full, one at the last moment nothing. */
export function soon({ weights, notBefore, notAfter }: Question, start: number): number {
  const weight = weights.soon ?? 0;
  return notAfter > notBefore ? (weight * (notAfter - start)) / (notAfter - notBefore) : weight;
}

/** What it takes away that so many optional places stay empty. */
export const emptiness = ({ weights }: Counted, empty: number): number =>
  empty === 0 ? 0 : -(weights['without-role'] ?? 0) * empty;
