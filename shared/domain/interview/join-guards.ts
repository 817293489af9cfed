import type { CaseId, InterviewId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Guard } from './guard.ts';
import type { Interview } from './interview.ts';

/** One of two children found to be one: its guards of all episodes, and its visits. */
export interface GuardSide {
  readonly root: CaseId;
  readonly guards: readonly Guard[];
  readonly visits: readonly Interview[];
}

/** What two records of one child, or one of two, make of the guards. */
export interface Regarded {
  readonly before: readonly Guard[];
  readonly after: readonly Guard[];
  /** Visits that stop, each with the one that goes on or was held in its place. */
  readonly frozen: readonly { readonly visit: Interview; readonly because: InterviewId }[];
  /** Visits that go on to be planned. */
  readonly resumed: readonly Interview[];
}

/**
 * Two records are of one child: episode by episode one guard is left of two. An interview that was
 * held counts for both; of two visits that are active the later one is frozen.
 */
export function joinGuards(stays: GuardSide, goes: GuardSide): Regarded {
  const visits = [...stays.visits, ...goes.visits];
  const each = goes.guards.map((other) => {
    const own = stays.guards.find(({ episode }) => episode === other.episode);
    return own ? ofBoth(own, other, visits, stays.root) : moved(other, stays.root);
  });
  return {
    before: each.flatMap(({ before }) => before),
    after: each.flatMap(({ after }) => after),
    frozen: each.flatMap(({ frozen }) => frozen),
    resumed: [],
  };
}

const moved = (guard: Guard, child: CaseId): Regarded => ({
  before: [guard],
  after: [{ ...guard, child, version: guard.version + 1 }],
  frozen: [],
  resumed: [],
});

function ofBoth(a: Guard, b: Guard, visits: readonly Interview[], child: CaseId): Regarded {
  const [counts, other] = firstOf(a, b, visits);
  const stopped = visits.find(({ id }) => id === other.interview && other.state === 'active');
  if (stopped?.status === 'under-way') throw new Refusal('interview-under-way');
  const after: Guard = {
    ...counts,
    child,
    version: Math.max(a.version, b.version) + 1,
    persons: [...a.persons, ...b.persons],
  };
  const frozen = stopped ? [{ visit: stopped, because: counts.interview }] : [];
  return { before: [a, b], after: [after], frozen, resumed: [] };
}

/** The one that counts first: one that was held, then one that goes on now, then the earlier one. */
function firstOf(a: Guard, b: Guard, visits: readonly Interview[]): readonly [Guard, Guard] {
  const visitOf = (guard: Guard) => visits.find(({ id }) => id === guard.interview);
  const rank = (guard: Guard): string => {
    const visit = visitOf(guard);
    const held = guard.usedBy ? 0 : guard.state === 'used' ? 1 : 2;
    return `${held} ${visit?.status === 'under-way' ? 0 : 1} ${visit?.openedAt ?? ''} ${guard.interview}`;
  };
  return rank(a) <= rank(b) ? [a, b] : [b, a];
}
