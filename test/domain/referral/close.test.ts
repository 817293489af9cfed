import { describe, expect, it } from 'vitest';
import { close, openConditions } from '../../../shared/domain/referral/close.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import {
  aCase,
  aClock,
  aFeedback,
  anEventId,
  aReferralInProgress,
  aTask,
  aTaskId,
  georgiaAt,
  LEAD,
  NOW,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';

type Close = Parameters<typeof close>[0];

const opened = aCase();
const referral = aReferralInProgress({ case: opened.id });
const assessed = aTask({ kind: 'assess-safety', role: 'lead', agency: LEAD, status: 'completed' });
const reported = aTask({ status: 'completed' });
const outcome = aFeedback({ stage: 'outcome', code: 'outcome-protected', acknowledgedAt: NOW });
const guard = (name: 'child-seen' | 'safety-decision' | 'received') =>
  aClock(name, { subject: { kind: 'case', id: opened.id } });

const closing = (over: Partial<Close> = {}) =>
  close({
    referral,
    case: opened,
    tasks: [assessed, reported],
    feedback: [outcome],
    clocks: [],
    reason: 'help-given',
    by: { sub: 's', agency: LEAD },
    at: NOW,
    newEvent: anEventId,
    ...over,
  });

describe('a referral with nothing open', () => {
  it('closes with its case, ends the clocks that merely wait, and tells all concerned', () => {
    const clock = aClock('outcome-feedback', { subject: { kind: 'referral', id: referral.id } });
    const { kept, events } = closing({ clocks: [clock] });
    expect(kept).toMatchObject([
      { what: 'referral', status: 'closed', version: 4, closedAt: NOW },
      { what: 'clock', endedAt: NOW },
      { what: 'case', status: 'closed', version: 2, closedAt: NOW },
    ]);
    expect(events).toMatchObject([
      { type: 'referral.closed', to: [SCHOOL], codes: { reason: 'help-given' } },
      { type: 'case.closed', to: [POLICE] },
    ]);
  });

  it('of an early identification closes without a case', () => {
    const { kept, events } = closing({ case: undefined, tasks: [reported] });
    expect([kept.length, events.length]).toEqual([1, 1]);
  });

  it('does not close twice', () => {
    const closed = { ...referral, status: 'closed' as const, closedAt: NOW };
    expect(refusalOf(() => closing({ referral: closed })).code).toBe('already-closed');
  });
});

describe('closing names each open condition', () => {
  const open = (['requested', 'received', 'accepted', 'in-progress', 'on-hold'] as const).map(
    (status) => aTask({ status }),
  );
  it.each(open)('a task that is $status', (task) => {
    expect(refusalOf(() => closing({ tasks: [assessed, task] }))).toEqual({
      code: 'still-open',
      hindrances: [{ pointer: task.id, code: 'task-open' }],
    });
  });

  const gaps = (['rejected', 'failed', 'cancelled'] as const).map((status) => aTask({ status }));
  it.each(gaps)('a $status task nobody replaced', (task) => {
    expect(refusalOf(() => closing({ tasks: [assessed, task] })).hindrances).toEqual([
      { pointer: task.id, code: 'task-not-replaced' },
    ]);
  });

  it.each(gaps)('but not a $status task that was replaced', (task) => {
    expect(() => closing({ tasks: [assessed, { ...task, replacedBy: aTaskId() }] })).not.toThrow();
  });

  it.each<[string, Partial<Task>, string[]]>([
    ['the one who offered it still does it', { status: 'in-progress' }, ['task-open']],
    ['the one who offered it has done it', { status: 'completed' }, []],
    ['the one who offered it refused it as well', { status: 'rejected' }, ['task-not-replaced']],
    ['another took it up', { status: 'cancelled', replacedBy: aTaskId() }, []],
  ])('but not an offer that was refused, where %s', (_, over, codes) => {
    const source = aTask(over);
    const offer = aTask({ status: 'rejected', redirectedFrom: source.id });
    const found = openConditions({
      referral,
      case: opened,
      tasks: [assessed, source, offer],
      feedback: [outcome],
      clocks: [],
    });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('an offer that was taken up and then failed', () => {
    const id = aTaskId();
    const source = aTask({ status: 'cancelled', replacedBy: id });
    const failed = aTask({ id, status: 'failed', redirectedFrom: source.id });
    expect(refusalOf(() => closing({ tasks: [assessed, source, failed] })).hindrances).toEqual([
      { pointer: id, code: 'task-not-replaced' },
    ]);
  });

  it.each([
    ['child-seen', 'child-not-seen'],
    ['safety-decision', 'safety-decision-missing'],
    ['received', 'safety-open'],
  ] as const)('a clock of %s that still guards the child', (name, code) => {
    expect(refusalOf(() => closing({ clocks: [guard(name)] })).hindrances).toEqual([
      { pointer: `clock/${name}`, code },
    ]);
  });

  it('a case in which nobody saw the child or decided on its safety, though no clock runs', () => {
    expect(refusalOf(() => closing({ tasks: [reported] })).hindrances).toEqual([
      { pointer: 'clock/child-seen', code: 'child-not-seen' },
      { pointer: 'clock/safety-decision', code: 'safety-decision-missing' },
    ]);
  });

  it('each of them once', () => {
    const clocks = [guard('child-seen'), guard('safety-decision')];
    expect(refusalOf(() => closing({ tasks: [reported], clocks })).hindrances).toHaveLength(2);
  });

  it('an outcome nobody told the referrer', () => {
    const told = aFeedback({ acknowledgedAt: NOW });
    expect(refusalOf(() => closing({ feedback: [told] })).hindrances).toEqual([
      { pointer: 'feedback', code: 'outcome-missing' },
    ]);
  });

  it('each feedback the referrer has not acknowledged', () => {
    const feedback = [aFeedback(), { ...outcome, number: 2, acknowledgedAt: undefined }];
    expect(refusalOf(() => closing({ feedback })).hindrances).toEqual([
      { pointer: 'feedback/1', code: 'acknowledgement-missing' },
      { pointer: 'feedback/2', code: 'acknowledgement-missing' },
    ]);
  });

  it('all at once, in words of the pack’s list', () => {
    const { hindrances } = refusalOf(() =>
      closing({
        tasks: [aTask(), aTask({ status: 'failed' })],
        feedback: [aFeedback()],
        clocks: [guard('child-seen')],
      }),
    );
    const codes = hindrances.map((one) => (one as { code: string }).code);
    expect(codes).toEqual([
      'task-open',
      'task-not-replaced',
      'child-not-seen',
      'safety-decision-missing',
      'outcome-missing',
      'acknowledgement-missing',
    ]);
    for (const code of codes) expect(georgiaAt().has('closureConditions', code)).toBe(true);
  });
});
