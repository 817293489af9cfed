import { and, everything, nothing, or, setBits } from './mask.ts';
import type { Allowed, Candidate, Mask, Question, Role } from './question.ts';
import { pointsOf } from './score.ts';
import { startsInto, startsOf, windowsOf } from './windows.ts';

/** One way to fill a role: who, and the starts at which that very one is free throughout. */
export interface Way {
  readonly candidate: Candidate;
  /** Number of the person or thing; the same id has the same number in all roles. */
  readonly one: number;
  readonly points: number;
  readonly starts: Mask;
}

/** One of the places to fill; a role of two has two of them. Its best ways stand first. */
export interface Place {
  readonly role: Role;
  readonly ways: readonly Way[];
}

/** What must hold of a start: a rule, the notice, the deadline, or a role that must be filled. */
export interface Condition {
  readonly code: string;
  readonly starts: Mask;
}

/** Which candidates may be taken for a role. */
export type AllowedFor = (role: string) => Allowed;

/** A question with all starts worked out; who fills which place is still to be matched. */
export interface Table {
  readonly question: Question;
  readonly places: readonly Place[];
  /** How many persons and things there are in all. */
  readonly ones: number;
  readonly conditions: readonly Condition[];
  /** Starts that meet every condition. */
  readonly open: Mask;
  readonly wishes: readonly { readonly points: number; readonly starts: Mask }[];
}

/** Works out the starts of every rule, candidate and role. */
export function tabulate(question: Question, allowed: AllowedFor): Table {
  const { horizon, roles, rules } = question;
  const numbers = new Map<string, number>();
  const filled = roles.map((role) => ({
    role,
    ways: waysOf(question, role, allowed(role.role), numbers),
  }));
  const conditions = byCode([
    ...limitsOf(question),
    ...rules.map(({ code, free, window }) => ({ code, starts: startsOf(horizon, free, [window]) })),
    ...filled
      .filter(({ role }) => role.required)
      .map(({ role, ways }) => ({ code: role.role, starts: enough(question, role, ways) })),
  ]);
  const open = everything(horizon);
  for (const { starts } of conditions) and(open, starts);
  return {
    question,
    places: filled.flatMap((place) => Array.from({ length: place.role.count }, () => place)),
    ones: numbers.size,
    conditions,
    open,
    wishes: question.wishes.map(({ weight, window, wished }) => ({
      points: weight,
      starts: startsOf(horizon, wished, [window]),
    })),
  };
}

/** What has one code is one condition: nobody lifts a part of it. */
function byCode(conditions: readonly Condition[]): readonly Condition[] {
  const known = new Map<string, Condition>();
  for (const condition of conditions) {
    const same = known.get(condition.code);
    if (same) and(same.starts, condition.starts);
    else known.set(condition.code, condition);
  }
  return [...known.values()];
}

/** Notice and deadline cut off both ends. */
function limitsOf({ horizon, notBefore, notAfter }: Question): Condition[] {
  const [notice, deadline] = [nothing(horizon), nothing(horizon)];
  setBits(notice, Math.max(0, notBefore - horizon.from), horizon.cells);
  setBits(deadline, 0, Math.min(horizon.cells, notAfter - horizon.from + 1));
  return [
    { code: 'notice', starts: notice },
    { code: 'deadline', starts: deadline },
  ];
}

const isAllowed = ({ standIn, video }: Candidate, allowed: Allowed): boolean =>
  (allowed.standIns || !standIn) && (allowed.video || !video);

/** The ways to fill a role, the best first. Their masks lie side by side in one piece of memory. */
function waysOf(
  question: Question,
  role: Role,
  allowed: Allowed,
  numbers: Map<string, number>,
): readonly Way[] {
  const { horizon } = question;
  const candidates = role.candidates.filter((candidate) => isAllowed(candidate, allowed));
  const scratch = nothing(horizon);
  const masks = new Uint32Array(scratch.length * candidates.length);
  return candidates
    .map((candidate, i): Way => {
      const starts = masks.subarray(i * scratch.length, (i + 1) * scratch.length);
      startsInto(starts, scratch, candidate.free, windowsOf(role, candidate));
      const one = numbers.get(candidate.id) ?? numbers.size;
      numbers.set(candidate.id, one);
      return { candidate, one, points: pointsOf(question, candidate), starts };
    })
    .sort((a, b) => b.points - a.points);
}

/** Starts at which so many different ones are free as the role takes. */
function enough({ horizon }: Question, { count }: Role, ways: readonly Way[]): Mask {
  const byOne = Map.groupBy(ways, ({ one }) => one);
  /** At index i: starts at which at least i + 1 of those seen so far are free. */
  const levels = Array.from({ length: count }, () => nothing(horizon));
  for (const same of byOne.values()) {
    const free = nothing(horizon);
    for (const { starts } of same) or(free, starts);
    raise(levels, free);
  }
  return levels.at(-1) ?? everything(horizon);
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
