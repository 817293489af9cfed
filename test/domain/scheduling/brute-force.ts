import type {
  Candidate,
  Mask,
  Question,
  Role,
  Window,
} from '../../../shared/domain/scheduling/question.ts';

/** The question answered cell by cell and person by person: slow, and too simple to be wrong. */

interface Seat {
  readonly role: Role;
  readonly candidate: Candidate | undefined;
}

export interface Filled {
  readonly empty: number;
  readonly score: number;
}

const isFree = (mask: Mask, i: number, cells: number): boolean =>
  i >= 0 && i < cells && Math.floor((mask[Math.floor(i / 32)] ?? 0) / 2 ** (i % 32)) % 2 === 1;

const fits = (mask: Mask, { offset, cells }: Window, start: number, all: number): boolean =>
  Array.from({ length: cells }, (_, i) => isFree(mask, start + offset + i, all)).every(Boolean);

function canFill(role: Role, candidate: Candidate, start: number, question: Question): boolean {
  const { standIns, video } = question.allowed;
  if ((candidate.standIn && !standIns) || (candidate.video && !video)) return false;
  const { before, after } = candidate.travel ?? { before: 0, after: 0 };
  const free = (window: Window) => fits(candidate.free, window, start, question.horizon.cells);
  const [first] = role.windows;
  const last = role.windows.at(-1);
  if (!first || !last) throw new Error('a role without windows');
  return (
    role.windows.every(free) &&
    (before === 0 || free({ offset: first.offset - before, cells: before })) &&
    (after === 0 || free({ offset: last.offset + last.cells, cells: after }))
  );
}

const pairHolds = (seats: readonly Seat[], { pairs }: Question): boolean =>
  pairs.every(({ roles: [one, other], together }) =>
    seats.every(({ role, candidate }) =>
      seats.every(
        (beside) =>
          role.role !== one ||
          beside.role.role !== other ||
          !candidate ||
          !beside.candidate ||
          together.some(([a, b]) => a === candidate.id && b === beside.candidate?.id),
      ),
    ),
  );

const differ = (seats: readonly Seat[]): boolean => {
  const ids = seats.flatMap(({ candidate }) => (candidate ? [candidate.id] : []));
  return new Set(ids).size === ids.length;
};

function scoreOf(seats: readonly Seat[], start: number, question: Question): number {
  const { weights, horizon, notBefore, notAfter, wishes } = question;
  const weight = (code: keyof typeof weights) => weights[code] ?? 0;
  let score =
    notAfter > notBefore
      ? weight('soon') * ((notAfter - start - horizon.from) / (notAfter - notBefore))
      : weight('soon');
  for (const { candidate } of seats) {
    if (!candidate) score -= weight('without-role');
    if (candidate?.known) score += weight('known-worker');
    if (candidate?.standIn) score -= weight('stand-in');
    if (candidate?.video) score -= weight('video');
    score -= (weight('load') * (candidate?.load ?? 0)) / seats.length;
    score -= (weight('travel') * ((candidate?.travel?.minutes ?? 0) / 60)) / seats.length;
  }
  for (const { window, wished, weight: points } of wishes)
    if (fits(wished, window, start, horizon.cells)) score += points;
  return score;
}

/** All ways to fill the places, one after another. */
function* seatings(
  question: Question,
  start: number,
  without: ReadonlySet<string>,
): Generator<readonly Seat[]> {
  const places = question.roles.flatMap((role) => Array.from({ length: role.count }, () => role));
  function* from(i: number, seats: readonly Seat[]): Generator<readonly Seat[]> {
    const role = places[i];
    if (!role) return yield seats;
    for (const candidate of role.candidates)
      if (canFill(role, candidate, start, question)) {
        const more = [...seats, { role, candidate }];
        if (differ(more)) yield* from(i + 1, more);
      }
    if (!role.required || without.has(role.role))
      yield* from(i + 1, [...seats, { role, candidate: undefined }]);
  }
  for (const seats of from(0, [])) if (pairHolds(seats, question)) yield seats;
}

/** Whether a start (counted from the horizon's first cell) meets every rule that was not left out. */
export const obeys = (
  { horizon, notBefore, notAfter, rules }: Question,
  start: number,
  without: ReadonlySet<string> = new Set(),
): boolean =>
  (without.has('notice') || horizon.from + start >= notBefore) &&
  (without.has('deadline') || horizon.from + start <= notAfter) &&
  rules.every(
    ({ code, free, window }) => without.has(code) || fits(free, window, start, horizon.cells),
  );

/** The best way to fill the places: as many as can be, and of those the best score. */
export function bestAt(question: Question, start: number): Filled | undefined {
  if (!obeys(question, start)) return undefined;
  const all = [...seatings(question, start, new Set())].map((seats) => ({
    empty: seats.filter(({ candidate }) => !candidate).length,
    score: scoreOf(seats, start, question),
  }));
  return all.sort((a, b) => a.empty - b.empty || b.score - a.score)[0];
}

/** Absolute cells at which a visit could start, were these rules and roles not asked for. */
export const possible = (question: Question, without: ReadonlySet<string> = new Set()): number[] =>
  Array.from({ length: question.horizon.cells }, (_, start) => start)
    .filter((start) => obeys(question, start, without))
    .filter((start) => !seatings(question, start, without).next().done)
    .map((start) => question.horizon.from + start);
