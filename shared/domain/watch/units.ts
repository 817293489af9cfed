import type { Clock } from '../clock/state.ts';
import type { AgencyId } from '../ids.ts';
import { isTakenOn, type Task } from '../task/task.ts';

/** Ways in which work does not go where a rule had sent it. */
export const MISSES = ['by-hand', 'redirected', 'not-competent'] as const;
export type Miss = (typeof MISSES)[number];

/** A task as an agency's list of open work has it. */
export interface OpenWork {
  readonly referral: string;
  readonly status: string;
  readonly deadline?: string | undefined;
}
/** A task that came within the week, with the clock of its first answer. */
export interface CameIn {
  readonly task: Pick<
    Task,
    'kind' | 'status' | 'rule' | 'municipality' | 'reason' | 'offeredTo' | 'redirectedFrom'
  >;
  readonly received: Pick<Clock, 'startedAt' | 'dueAt' | 'endedAt'> | undefined;
}

interface Unit {
  readonly agency: AgencyId;
  readonly cameIn: readonly CameIn[];
  readonly open: readonly OpenWork[];
  readonly cut: boolean;
  readonly at: string;
}

/** A unit in numbers. Who of its people did what is not counted: support, not punishment. */
export function countUnit({ agency, cameIn, open, cut, at }: Unit) {
  const answered = cameIn.flatMap(({ received }) =>
    received?.endedAt ? [{ ...received, endedAt: received.endedAt }] : [],
  );
  const minutes = answered.map(({ startedAt, endedAt }) => minutesBetween(startedAt, endedAt));
  const waiting = open.filter(({ status }) => ['requested', 'received'].includes(status));
  return {
    agency,
    received: cameIn.length,
    accepted: cameIn.filter(({ task }) => isTakenOn(task)).length,
    inTime: answered.filter(({ endedAt, dueAt }) => endedAt <= dueAt).length,
    medianMinutes: median(minutes),
    open: open.length,
    overdue: open.filter(({ deadline }) => deadline !== undefined && deadline <= at).length,
    unanswered: new Set(waiting.map(({ referral }) => referral)).size,
    cut,
    misses: missesOf(cameIn),
  };
}

const minutesBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));

export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}

/** Who was asked for work that is not theirs, by rule and place. */
function missesOf(cameIn: readonly CameIn[]) {
  const missed = cameIn.flatMap(({ task }) => {
    const how = missOf(task);
    return how ? [{ how, rule: task.rule, kind: task.kind, municipality: task.municipality }] : [];
  });
  return [...Map.groupBy(missed, (one) => Object.values(one).join(' ')).values()].flatMap((same) =>
    same[0] ? [{ ...same[0], tasks: same.length }] : [],
  );
}

const NOT_COMPETENT = ['not-competent-area', 'not-competent-kind'];

export function missOf(task: CameIn['task']): Miss | undefined {
  if (task.kind === 'route-by-hand') return 'by-hand';
  if (task.status === 'rejected' && NOT_COMPETENT.includes(task.reason ?? '')) {
    return 'not-competent';
  }
  return task.offeredTo ? 'redirected' : undefined;
}
