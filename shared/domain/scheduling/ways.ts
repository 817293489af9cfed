import type { Ranked } from './first-open.ts';
import { and, nothing, or } from './mask.ts';
import type { Allowed, Candidate, Horizon, Mask, Question, Role } from './question.ts';
import { pointsOf } from './score.ts';
import { keepStarts, windowsOf } from './windows.ts';

/**
 * The ways to fill one place, the best first: by the number of the way its candidate, the number of
 * the person or thing (the same id has the same in all roles), what it adds to the score, and the
 * starts at which that very one is free throughout.
 */
export interface Ways extends Ranked {
  readonly role: Role;
  readonly candidates: readonly Candidate[];
  readonly ones: Int32Array;
  readonly points: Float64Array;
}

const isAllowed = ({ standIn, video }: Candidate, allowed: Allowed): boolean =>
  (allowed.standIns || !standIn) && (allowed.video || !video);

/** Works out who could fill a role, and at which of the starts that are still open. */
export function waysOf(
  question: Question,
  role: Role,
  allowed: Allowed,
  { numbers, open }: { readonly numbers: Map<string, number>; readonly open: Mask },
): Ways {
  const asked = role.candidates.filter((candidate) => isAllowed(candidate, allowed));
  const worth = pointsOf(question, asked);
  const order = [...asked.keys()].sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0));
  const words = open.length;
  const candidates: Candidate[] = [];
  const ones = new Int32Array(order.length);
  const points = new Float64Array(order.length);
  const starts = new Uint32Array(words * order.length);
  for (let way = 0; way < order.length; way++) {
    const candidate = asked[order[way] ?? 0];
    if (!candidate) continue;
    candidates.push(candidate);
    ones[way] = numberOf(candidate.id, numbers);
    points[way] = worth[order[way] ?? 0] ?? 0;
    const own = starts.subarray(way * words, (way + 1) * words);
    own.set(open);
    keepStarts(own, candidate.free, windowsOf(role, candidate));
  }
  return { role, candidates, ones, points, starts, words, any: anyOf(starts, words) };
}

function numberOf(id: string, numbers: Map<string, number>): number {
  const one = numbers.get(id) ?? numbers.size;
  numbers.set(id, one);
  return one;
}

/** Starts at which one of the ways is open. */
function anyOf(starts: Uint32Array, words: number): Mask {
  if (starts.length === words) return starts;
  const any = new Uint32Array(words);
  for (let first = 0; first < starts.length; first += words)
    for (let word = 0; word < words; word++)
      any[word] = (any[word] ?? 0) | (starts[first + word] ?? 0);
  return any;
}

const startsOfWay = ({ starts, words }: Ways, way: number): Mask =>
  starts.subarray(way * words, (way + 1) * words);

/** Starts at which so many different ones are free as the role takes. */
export function enough(ways: Ways, horizon: Horizon): Mask {
  const { role, ones, any } = ways;
  if (role.count === 1) return any;
  /** At index i: starts at which at least i + 1 of those seen so far are free. */
  const levels = Array.from({ length: role.count }, () => nothing(horizon));
  for (const one of new Set(ones)) {
    const free = nothing(horizon);
    for (const [way, its] of ones.entries()) if (its === one) or(free, startsOfWay(ways, way));
    raise(levels, free);
  }
  return levels.at(-1) ?? nothing(horizon);
}

/** One more is free at these starts: whatever had i of them has i + 1. */
function raise(levels: readonly Mask[], free: Mask): void {
  for (let i = levels.length - 1; i > 0; i--) {
    const [level, below] = [levels[i], levels[i - 1]];
    if (!level || !below) continue;
    const both = free.slice();
    and(both, below);
    or(level, both);
  }
  if (levels[0]) or(levels[0], free);
}
