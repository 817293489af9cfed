import { describe, expect, it } from 'vitest';
import { close, openConditions } from '../../../shared/domain/referral/close.ts';
import type { Hindrance } from '../../../shared/domain/refusal.ts';
import type { CaseStanding } from '../../../shared/domain/safety/conditions.ts';
import type { Waiver } from '../../../shared/domain/safety/waiver.ts';
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
  later,
  NOW,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';
import { aDecision, parsed } from '../../safety.ts';

type Close = Parameters<typeof close>[0];

const opened = aCase();
const referral = aReferralInProgress({ case: opened.id });
const done = (over: Partial<Task>) => aTask({ status: 'completed', ...over });
const assessed = done({ kind: 'assess-safety', track: 'safety', role: 'lead', agency: LEAD });
const reported = done({});
const treated = done({ kind: 'provide-health-care', track: 'body', agency: LEAD });
const supported = done({ kind: 'offer-psychological-support', track: 'mind', agency: LEAD });
const all = [assessed, reported, treated, supported];
const outcome = aFeedback({ stage: 'outcome', code: 'outcome-protected', acknowledgedAt: NOW });
const guard = (name: 'child-seen' | 'safety-decision' | 'received') =>
  aClock(name, { subject: { kind: 'case', id: opened.id } });

const standing = (over: Partial<CaseStanding> = {}): CaseStanding => ({
  case: opened,
  tasks: all,
  decisions: [aDecision()],
  waivers: [],
  reports: [NOW],
  ...over,
});

/** Closes the case as it stands; its tasks are the referral's. */
const closing = (over: Partial<Close> = {}, stands: Partial<CaseStanding> = {}) => {
  const how = standing(stands);
  const { tasks } = how;
  const base = { referral, standing: how, tasks, feedback: [outcome], clocks: [] };
  const by = { sub: 's', agency: LEAD };
  const call = { ...base, reason: 'help-given', by, at: NOW, newEvent: anEventId, ...over };
  return close(call, georgiaAt());
};
const named = (over: Partial<Close> = {}, stands: Partial<CaseStanding> = {}) =>
  (refusalOf(() => closing(over, stands)).hindrances as Hindrance[]).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
/** With one more task than what is done. */
const beside = (...tasks: Task[]): Partial<CaseStanding> => ({ tasks: [...all, ...tasks] });

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
    const { kept, events } = closing({ standing: undefined, tasks: [reported] });
    expect([kept.length, events.length]).toEqual([1, 1]);
  });

  it('does not close twice', () => {
    const closed = { ...referral, status: 'closed' as const, closedAt: NOW };
    const stands = { case: { ...opened, status: 'closed' as const, closedAt: NOW } };
    expect(refusalOf(() => closing({ referral: closed }, stands)).code).toBe('already-closed');
  });

  it('closes the case that was parted from another after its referral had closed', () => {
    const closed = { ...referral, status: 'closed' as const, closedAt: NOW };
    const { kept, events } = closing({ referral: closed });
    expect(kept).toMatchObject([{ what: 'case', status: 'closed' }]);
    expect(events.map(({ type }) => type)).toEqual(['case.closed']);
  });
});

describe('closing names each open condition', () => {
  const open = (['requested', 'received', 'accepted', 'in-progress', 'on-hold'] as const).map(
    (status) => aTask({ status }),
  );
  it.each(open)('a task that is $status, and its track', (task) => {
    expect(named({}, beside(task))).toEqual(['track/justice justice-open', `${task.id} task-open`]);
  });

  const gaps = (['rejected', 'failed', 'cancelled'] as const).map((status) => aTask({ status }));
  it.each(gaps)('a $status task nobody replaced', (task) => {
    expect(named({}, beside(task))).toEqual([
      'track/justice justice-open',
      `${task.id} task-not-replaced`,
    ]);
  });

  it.each(gaps)('but not a $status task that was replaced', (task) => {
    expect(() => closing({}, beside({ ...task, replacedBy: aTaskId() }))).not.toThrow();
  });

  it('support beside the four tracks by its tasks alone', () => {
    const shelter = aTask({ track: 'support', status: 'failed' });
    expect(named({}, beside(shelter))).toEqual([`${shelter.id} task-not-replaced`]);
  });

  it.each<[string, Partial<Task>, string[]]>([
    ['the one who offered it still does it', { status: 'in-progress' }, ['task-open']],
    ['the one who offered it has done it', { status: 'completed' }, []],
    ['the one who offered it refused it as well', { status: 'rejected' }, ['task-not-replaced']],
    ['another took it up', { status: 'cancelled', replacedBy: aTaskId() }, []],
  ])('but not an offer that was refused, where %s', (_, over, codes) => {
    const source = aTask({ track: 'support', ...over });
    const offer = aTask({ track: 'support', status: 'rejected', redirectedFrom: source.id });
    const how = standing(beside(source, offer));
    const { tasks } = how;
    const asked = { referral, standing: how, tasks, feedback: [outcome], clocks: [], at: NOW };
    expect(openConditions(asked).map(({ code }) => code)).toEqual(codes);
  });

  it('an offer that was taken up and then failed', () => {
    const id = aTaskId();
    const source = aTask({ status: 'cancelled', replacedBy: id });
    const failed = aTask({ id, status: 'failed', redirectedFrom: source.id });
    expect(named({}, beside(source, failed))).toContain(`${id} task-not-replaced`);
  });

  it.each([
    [assessed, 'safety'],
    [reported, 'justice'],
    [treated, 'body'],
    [supported, 'mind'],
  ] as const)('a track on which nobody did anything', (without, track) => {
    const tasks = all.filter((task) => task !== without);
    expect(named({}, { tasks })).toEqual([`track/${track} ${track}-open`]);
  });

  it('but not a track, nor its gap, that a second person waived', () => {
    const failed = aTask({ track: 'body', status: 'failed' });
    const tasks = [assessed, reported, supported, failed];
    const waived = (over: Partial<Waiver>) => ({ tasks, waivers: [aWaiver(failed.id, over)] });
    expect(() => closing({}, waived({}))).not.toThrow();
    expect(named({}, waived({ confirmed: undefined }))).toHaveLength(2);
    expect(named({}, { ...waived({}), reports: [NOW, NOW] })).toHaveLength(2);
  });

  it('the waiver of a task leaves its track to be done', () => {
    const failed = aTask({ track: 'body', status: 'failed' });
    const waives = { kind: 'task', task: failed.id } as const;
    const waivers = [aWaiver(failed.id, { waives })];
    const without = [assessed, reported, supported, failed];
    expect(named({}, { tasks: without, waivers })).toEqual(['track/body body-open']);
  });

  it.each([
    ['child-seen', 'child-not-seen'],
    ['safety-decision', 'safety-decision-missing'],
    ['received', 'safety-open'],
  ] as const)('a clock of %s that still guards the child', (name, code) => {
    expect(named({ clocks: [guard(name)] })).toEqual([`clock/${name} ${code}`]);
  });

  it('but not the clocks that remind of the decision: closing ends them', () => {
    const subject = { kind: 'case', id: opened.id } as const;
    const review = aClock('safety-review', { subject, name: 'safety-review-1' });
    const { kept } = closing({ clocks: [review] });
    expect(kept).toContainEqual({ ...review, version: 2, endedAt: NOW });
  });

  it('a case in which nobody saw the child or decided on its safety, though no clock runs', () => {
    expect(named({}, { decisions: [] })).toEqual([
      'safety/child-seen child-not-seen',
      'safety/decision safety-decision-missing',
    ]);
  });

  it.each([
    ['news since the child was seen', { reports: [NOW, later({ hours: 1 })] }, 'child-not-seen'],
    ['a review overdue', { decisions: [aDecision({ reviewBy: NOW })] }, 'safety-review-overdue'],
    [
      'an order that has run out',
      {
        decisions: [aDecision({ measures: [{ kind: 'restraining-order', validUntil: NOW }] })],
      },
      'measure-ended',
    ],
  ])('%s', (_, stands, code) => {
    expect(named({}, stands).map((one) => one.split(' ')[1])).toEqual([code]);
  });

  it('a child that was not found the last time, though it was seen before', () => {
    const missed = parsed({
      ...aDecision({ number: 2 }),
      result: 'not-seen',
      notSeen: 'not-found',
      triedAt: NOW,
      opened: [],
    });
    expect(named({}, { decisions: [aDecision(), missed] })).toEqual([
      'safety/decision safety-decision-missing',
    ]);
  });

  it('each of them once', () => {
    const clocks = [guard('child-seen'), guard('safety-decision')];
    expect(named({ clocks }, { decisions: [] })).toHaveLength(2);
  });

  it('an outcome nobody told the referrer', () => {
    const told = aFeedback({ acknowledgedAt: NOW });
    expect(named({ feedback: [told] })).toEqual(['feedback outcome-missing']);
  });

  it('each feedback the referrer has not acknowledged', () => {
    const feedback = [aFeedback(), { ...outcome, number: 2, acknowledgedAt: undefined }];
    expect(named({ feedback })).toEqual([
      'feedback/1 acknowledgement-missing',
      'feedback/2 acknowledgement-missing',
    ]);
  });

  it('all at once, each with the pack’s words and what to do about it', () => {
    const failed = aTask({ status: 'failed' });
    const tasks = [aTask(), failed];
    const { hindrances } = refusalOf(() =>
      closing({ feedback: [aFeedback()] }, { decisions: [], tasks }),
    );
    const found = hindrances as Hindrance[];
    expect(found.map(({ code }) => code)).toEqual([
      'child-not-seen',
      'safety-decision-missing',
      'safety-open',
      'justice-open',
      'body-open',
      'mind-open',
      'task-open',
      'task-not-replaced',
      'outcome-missing',
      'acknowledgement-missing',
    ]);
    for (const { says } of found) {
      expect(says?.label.ka).toMatch(/[ა-ჰ]/);
      expect(says?.instead.en).toMatch(/[a-z]/);
    }
  });

  it('has words, and something to do, for every condition there is', () => {
    const edition = georgiaAt();
    for (const code of edition.codes('closureConditions')) {
      expect(edition.has('closureSteps', code), code).toBe(true);
    }
  });
});

const aWaiver = (task: Task['id'], over: Partial<Waiver> = {}): Waiver => ({
  what: 'waiver',
  of: { kind: 'case', id: opened.id },
  number: 1,
  version: 2,
  file: opened.file,
  at: NOW,
  by: { sub: 'worker', agency: LEAD },
  waives: { kind: 'track', track: 'body' },
  reason: 'no-need-found',
  through: 'person',
  confirmed: { by: { sub: 'supervisor', agency: LEAD }, at: NOW, reports: 1, tasks: [task] },
  ...over,
});

describe('two reports of one child, in joined cases', () => {
  const second = aCase();
  const secondReferral = aReferralInProgress({ case: second.id });
  const beyond = (over: Partial<NonNullable<Close['others']>[number]> = {}) => ({
    referral: secondReferral,
    standing: standing({ case: second }),
    tasks: all,
    feedback: [outcome],
    clocks: [],
    ...over,
  });
  const over = { ...secondReferral, status: 'closed' as const, closedAt: NOW };
  const review = aClock('safety-review', { subject: { kind: 'case', id: opened.id } });

  it('while the other is worked on, closing closes the referral alone, and its case guards on', () => {
    const others = [beyond({ feedback: [] })];
    const { kept, events } = closing({ others, clocks: [review] });
    expect(kept).toMatchObject([{ what: 'referral', id: referral.id, status: 'closed' }]);
    expect(events.map(({ type }) => type)).toEqual(['referral.closed']);
  });

  it('the last closes both cases', () => {
    const others = [beyond({ referral: over })];
    const { kept, events } = closing({ others, clocks: [review] });
    expect(kept.map(({ what }) => what)).toEqual(['referral', 'clock', 'case', 'case']);
    const closed = events.filter(({ type }) => type === 'case.closed');
    expect(closed.map(({ case: id }) => id)).toEqual([opened.id, second.id]);
  });

  it('the last does not close while the loop of the other, or its case, is open', () => {
    const task = aTask({ status: 'accepted', track: 'support' });
    const stands = standing({ case: second, tasks: [...all, task] });
    const others = [beyond({ referral: over, feedback: [], standing: stands })];
    expect(named({ others })).toEqual([
      `cases/${second.id}/${task.id} task-open`,
      `referrals/${over.id}/feedback outcome-missing`,
    ]);
  });
});
