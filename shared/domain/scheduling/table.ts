import { and, everything, nothing, setBits } from './mask.ts';
import type { Allowed, Mask, Question } from './question.ts';
import { enough, type Ways, waysOf } from './ways.ts';
import { startsOf } from './windows.ts';

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
  /** By place to fill; a role of two has two places. */
  readonly places: readonly Ways[];
  /** How many persons and things there are in all. */
  readonly ones: number;
  readonly conditions: readonly Condition[];
  /** Starts that meet every condition. */
  readonly open: Mask;
  readonly wishes: readonly { readonly points: number; readonly starts: Mask }[];
}

/**
 * Works out the starts of every rule and candidate. When times are sought, each role is looked at
 * only where those before it leave a start open; to say what blocks, all are looked at in full.
 */
export function tabulate(question: Question, allowed: AllowedFor, inFull = false): Table {
  const { horizon } = question;
  const conditions = rulesOf(question);
  const open = everything(horizon);
  for (const { starts } of conditions) and(open, starts);
  const numbers = new Map<string, number>();
  const filled = question.roles.map((role) => {
    const where = inFull ? everything(horizon) : open;
    const ways = waysOf(question, role, allowed(role.role), { numbers, open: where });
    if (!role.required) return ways;
    const starts = enough(ways, horizon);
    conditions.push({ code: role.role, starts });
    and(open, starts);
    return ways;
  });
  return {
    question,
    places: filled.flatMap((ways) => Array.from({ length: ways.role.count }, () => ways)),
    ones: numbers.size,
    conditions: inFull ? byCode(conditions) : conditions,
    open,
    wishes: question.wishes.map(({ weight, window, wished }) => ({
      points: weight,
      starts: startsOf(horizon, wished, [window]),
    })),
  };
}

const rulesOf = (question: Question): Condition[] => [
  ...limitsOf(question),
  ...question.rules.map(({ code, free, window }) => ({
    code,
    starts: startsOf(question.horizon, free, [window]),
  })),
];

/** What has one code is one condition: nobody lifts a part of it. */
function byCode(conditions: readonly Condition[]): readonly Condition[] {
  const known = new Map<string, Condition>();
  for (const condition of conditions) {
    const same = known.get(condition.code);
    const starts = condition.starts.slice();
    if (same) and(starts, same.starts);
    known.set(condition.code, { code: condition.code, starts });
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
