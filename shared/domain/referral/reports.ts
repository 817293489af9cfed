import type { Details, Stated } from './groups.ts';

/** What one report stated, and when: the referral itself or an addition to it. */
export interface Report {
  readonly at: string;
  readonly stated: Stated;
}

/** Of several answers the one that protects most holds; news never takes a danger back. */
const STRICTEST = ['yes', 'unsure', 'unknown', 'no'];

/** Groups and their fields are united; whatever lies deeper is one statement, and the newest holds. */
const DEPTH = 2;

/**
 * All reports as one: lists united, answers at their strictest, everything else (the place above
 * all) as it was stated last.
 */
export const united = (reports: readonly Report[]): Partial<Details> =>
  reports.reduce<unknown>((all, { stated }) => both(all, stated, 0), {}) as Partial<Details>;

function both(before: unknown, next: unknown, depth: number): unknown {
  if (next === undefined) return before;
  if (before === undefined) return next;
  if (Array.isArray(before) && Array.isArray(next)) {
    return [...before, ...next.filter((one) => typeof one === 'object' || !before.includes(one))];
  }
  if (isRecord(before) && isRecord(next) && depth <= DEPTH) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(next)])];
    return Object.fromEntries(
      names.map((name) => [name, both(before[name], next[name], depth + 1)]),
    );
  }
  const answers = [before, next];
  const comparable = answers.every((one) => STRICTEST.some((answer) => answer === one));
  return comparable ? STRICTEST.find((answer) => answers.includes(answer)) : next;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** When the last incident was stated that holds now: its distance is counted from that report. */
export const reportedAt = (reports: readonly Report[]): string | undefined =>
  (reports.findLast(({ stated }) => stated.concern?.lastIncidentAt !== undefined) ?? reports[0])
    ?.at;
