import { and, clearBits, everything, isEmpty } from './mask.ts';
import type { Allowed, Mask, Question } from './question.ts';
import { enough, type Ways, waysOf } from './ways.ts';
import { keepStarts, startsOf } from './windows.ts';

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
 * For finding times: each role is looked at only where the rules and the roles before it leave a
 * start open. No conditions are told apart.
 */
export function tabulate(question: Question, allowed: AllowedFor): Table {
  const open = everything(question.horizon);
  limit(open, question);
  for (const { free, window } of question.rules) keepStarts(open, free, [window]);
  const numbers = new Map<string, number>();
  const filled: Ways[] = [];
  for (const role of question.roles) {
    const ways = waysOf(question, role, allowed(role.role), { numbers, open });
    filled.push(ways);
    if (role.required) and(open, enough(ways, question.horizon));
    // Nobody needs to know who could come when nothing is left.
    if (isEmpty(open)) break;
  }
  return tableOf(question, filled, { ones: numbers.size, conditions: [], open });
}

/** For saying what blocks: every rule and role in full, whatever the others leave. */
export function tabulateInFull(question: Question, allowed: AllowedFor): Table {
  const { horizon, roles } = question;
  const numbers = new Map<string, number>();
  const filled = roles.map((role) =>
    waysOf(question, role, allowed(role.role), { numbers, open: everything(horizon) }),
  );
  const conditions = byCode([
    ...limitsOf(question),
    ...question.rules.map(({ code, free, window }) => ({
      code,
      starts: startsOf(horizon, free, [window]),
    })),
    ...filled
      .filter(({ role }) => role.required)
      .map((ways) => ({ code: ways.role.role, starts: enough(ways, horizon) })),
  ]);
  const open = everything(horizon);
  for (const { starts } of conditions) and(open, starts);
  return tableOf(question, filled, { ones: numbers.size, conditions, open });
}

const tableOf = (
  question: Question,
  filled: readonly Ways[],
  rest: Pick<Table, 'ones' | 'conditions' | 'open'>,
): Table => ({
  ...rest,
  question,
  places: filled.flatMap((ways) => Array.from({ length: ways.role.count }, () => ways)),
  wishes: question.wishes.map(({ weight, window, wished }) => ({
    points: weight,
    starts: startsOf(question.horizon, wished, [window]),
  })),
});

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
function limit(open: Mask, { horizon, notBefore, notAfter }: Question): void {
  clearBits(open, 0, Math.min(horizon.cells, notBefore - horizon.from));
  clearBits(open, Math.max(0, notAfter - horizon.from + 1), horizon.cells);
}

function limitsOf(question: Question): Condition[] {
  const { horizon } = question;
  const [notice, deadline] = [everything(horizon), everything(horizon)];
  limit(notice, { ...question, notAfter: Number.POSITIVE_INFINITY });
  limit(deadline, { ...question, notBefore: Number.NEGATIVE_INFINITY });
  return [
    { code: 'notice', starts: notice },
    { code: 'deadline', starts: deadline },
  ];
}
