import { describe, expect, it } from 'vitest';
import {
  caseSubject,
  interviewSubject,
  referralSubject,
  taskSubject,
} from '../../../shared/domain/access/subject.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { may } from '../../../shared/platform/access/may.ts';
import {
  aCase,
  aPrincipal,
  aReferralInProgress,
  aTask,
  CLINIC,
  later,
  NOW,
  refusalOf,
} from '../../build.ts';

const referral = aReferralInProgress({ recalled: [{ agency: CLINIC, at: later({ hours: 1 }) }] });
const done = aTask({ agency: CLINIC, status: 'completed', createdAt: NOW });
const me = aPrincipal(CLINIC);
const reads = (tasks: readonly Task[]) =>
  tasks.map((task) => {
    try {
      return may(me, 'task.read', taskSubject(task, referral, tasks)).rule;
    } catch {
      return 'denied';
    }
  });

describe('an agency told by mistake', () => {
  it('reads nothing by what it was asked before', () => {
    expect(reads([done])).toEqual(['denied']);
    for (const subject of [
      referralSubject(referral, [done]),
      caseSubject(aCase(), referral, [done]),
    ]) {
      expect(refusalOf(() => may(me, 'case.read', subject)).code).toBe('not-found');
    }
    const open = { ...referral, recalled: [] };
    expect(may(me, 'task.read', taskSubject(done, open, [done])).rule).toBe('task-owner');
  });

  it('is let in again by a task it is given since, or by leading', () => {
    const since = aTask({ agency: CLINIC, status: 'accepted', createdAt: later({ hours: 2 }) });
    expect(reads([done, since])).toEqual(['task-owner', 'task-owner']);
    const cancelled = { ...since, status: 'cancelled' as const };
    expect(reads([done, cancelled])).toEqual(['denied', 'denied']);
    const leads = { ...referral, lead: CLINIC };
    expect(may(me, 'referral.read', referralSubject(leads, [done])).rule).toBe('lead');
  });

  it('is let in by a part in a visit ahead, and not by one that is over', () => {
    const visit = { roles: [], site: { agency: CLINIC }, requestedBy: CLINIC } as never;
    const of = (status: 'planning' | 'cancelled') =>
      interviewSubject(
        { ...(visit as object), status } as never,
        referralSubject(referral, [done]),
      );
    expect(may(me, 'interview.read', of('planning')).rule).toBe('follows-the-visit');
    expect(refusalOf(() => may(me, 'interview.read', of('cancelled'))).code).toBe('not-found');
  });
});
