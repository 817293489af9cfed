import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../shared/domain/clock/state.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { callNationalDesk } from '../../../shared/domain/task/lead-refuses.ts';
import { redirect } from '../../../shared/domain/task/redirect.ts';
import { takeUp } from '../../../shared/domain/task/take-up.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import {
  aCase,
  aClock,
  agency,
  anEventId,
  aReferralInProgress,
  aTask,
  aTaskId,
  clocksOf,
  georgiaAt,
  instant,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';

const OTHER = agency('police-tbilisi');
const NAMES = ['received', 'decide', 'act', 'finish'] as const;
const tasksOf = ({ kept }: Decision) => kept.filter((one): one is Task => one.what === 'task');
const clocksIn = ({ kept }: Decision) => kept.filter((one): one is Clock => one.what === 'clock');

const redirected = (task: Task, clocks = clocksOf(task, NAMES), at = NOW) =>
  redirect({
    task,
    clocks,
    to: OTHER,
    reason: 'other-area',
    by: { sub: 's', agency: task.agency },
    lead: LEAD,
    at,
    ids: { task: aTaskId(), events: [anEventId(), anEventId()] },
  });

describe('a redirected task', () => {
  const task = aTask({ status: 'received', deadline: later({ hours: 1 }), version: 3 });
  const decision = redirected(task);
  const [source, offered] = tasksOf(decision);

  it('stays with the agency that had it, which knows to whom it is offered', () => {
    expect(source).toEqual({ ...task, version: 4, offeredTo: offered?.id });
  });

  it('is a new task to the other agency, with its chain and none of the words written before', () => {
    expect(offered).toMatchObject({
      agency: OTHER,
      status: 'requested',
      version: 1,
      redirectedFrom: task.id,
      requestedBy: POLICE,
      kind: task.kind,
      urgency: task.urgency,
      sealed: undefined,
    });
  });

  it('is watched for by every clock, none of them ended by what others did', () => {
    expect(
      clocksIn(decision).map(({ name, holder, endedAt, fired, version }) => [
        name,
        holder,
        endedAt,
        fired,
        version,
      ]),
    ).toEqual(NAMES.map((name) => [name, OTHER, undefined, 0, 1]));
  });

  it('is told to the other agency and to the lead', () => {
    expect(decision.events).toMatchObject([
      { type: 'task.redirected', to: [LEAD], codes: { reason: 'other-area', to: OTHER } },
      { type: 'task.requested', to: [OTHER], subject: { id: offered?.id } },
    ]);
  });

  it('has no deadline later than before, whatever had ended, and none later than its clocks', () => {
    const ended = fc.subarray([...NAMES]);
    fc.assert(
      fc.property(ended, fc.nat(5000), (names, minutes) => {
        const clocks = clocksOf(task, NAMES).map((clock) =>
          names.includes(clock.name as never) ? { ...clock, endedAt: NOW } : clock,
        );
        const before = { ...task, deadline: clocks.find(({ endedAt }) => !endedAt)?.dueAt };
        const after = redirected(before, clocks, later({ minutes }));
        for (const clock of clocksIn(after)) {
          const was = clocks.find(({ name }) => name === clock.name);
          expect([clock.dueAt, clock.startedAt, clock.points]).toEqual([
            was?.dueAt,
            was?.startedAt,
            was?.points,
          ]);
        }
        const due = tasksOf(after)[1]?.deadline ?? '';
        expect(due <= (before.deadline ?? due)).toBe(true);
        expect(due).toBe(
          clocksIn(after)
            .map(({ dueAt }) => dueAt)
            .toSorted()[0],
        );
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, Partial<Task>, string]>([
    ['to the agency that has it', { agency: OTHER }, 'redirect-to-itself'],
    ['once it is done', { status: 'completed' }, 'transition-not-allowed'],
    ['once another has taken it over', { replacedBy: aTaskId() }, 'transition-not-allowed'],
  ])('is refused %s', (_, over, code) => {
    expect(refusalOf(() => redirected(aTask(over))).code).toBe(code);
  });

  it.each([
    'requested',
    'received',
    'accepted',
    'in-progress',
    'on-hold',
    'rejected',
    'failed',
    'cancelled',
  ] as const)('may be offered while it is %s', (status) => {
    expect(tasksOf(redirected(aTask({ status })))).toHaveLength(2);
  });
});

const accepting = (over: Partial<Parameters<typeof takeUp>[0]> = {}) => {
  const opened = aCase({ lead: LEAD });
  const referral = aReferralInProgress({ case: opened.id, lead: LEAD, status: 'in-progress' });
  return takeUp({
    task: aTask({ status: 'accepted', agency: OTHER }),
    chain: [],
    case: opened,
    ofCase: [],
    sealed: undefined,
    referral,
    by: { sub: 's', agency: OTHER },
    at: NOW,
    newEvent: anEventId,
    ...over,
  });
};

describe('an acceptance', () => {
  it('releases whoever held the task before, and ends their clocks', () => {
    const first = aTask({ status: 'accepted', version: 4, deadline: NOW });
    const second = aTask({ status: 'rejected', version: 2, agency: agency('police-guria') });
    const chain = [first, second].map((task) => ({ task, clocks: clocksOf(task, NAMES) }));
    const task = aTask({ status: 'accepted', agency: OTHER });
    const decision = accepting({ task, chain });
    expect(tasksOf(decision)).toMatchObject([
      { id: first.id, status: 'cancelled', replacedBy: task.id, version: 5, deadline: undefined },
      { id: second.id, status: 'rejected', replacedBy: task.id, version: 3 },
    ]);
    expect(clocksIn(decision)).toHaveLength(8);
    expect(clocksIn(decision).every(({ endedAt }) => endedAt === NOW)).toBe(true);
    expect(decision.events.map(({ type, to }) => `${type} ${to}`)).toEqual([
      `task.cancelled ${POLICE}`,
      'task.cancelled police-guria',
    ]);
  });

  it('leaves alone who was released before', () => {
    const task = aTask({ status: 'cancelled', replacedBy: aTaskId() });
    expect(accepting({ chain: [{ task, clocks: [] }] }).kept).toEqual([]);
  });

  it('of a participant changes neither referral nor case', () => {
    expect(accepting()).toEqual({ kept: [], events: [] });
  });

  const lead = aTask({ status: 'accepted', role: 'lead', kind: 'assess-safety', agency: LEAD });

  it('of the lead puts the referral in progress, tells the referrer, and names the worker', () => {
    const sealed = { key: new Uint8Array([9]), groups: {} };
    const decision = accepting({ task: lead, sealed });
    expect(decision.kept).toMatchObject([
      { what: 'referral', status: 'in-progress', version: 4, lead: LEAD },
      { what: 'case', version: 2, lead: LEAD, sealed },
    ]);
    expect(decision.events).toMatchObject([{ type: 'referral.taken-up', to: [SCHOOL] }]);
  });

  it('of the lead of an early identification has no case to change', () => {
    expect(accepting({ task: lead, case: undefined }).kept.map(({ what }) => what)).toEqual([
      'referral',
    ]);
  });

  it('by another unit moves the lead with all it owes, and no deadline', () => {
    const unit = agency('agency-tbilisi');
    const opened = aCase({ lead: LEAD });
    const referral = aReferralInProgress({ case: opened.id, lead: LEAD });
    const of = { holder: LEAD, referral: referral.id };
    const seen = aClock('child-seen', { ...of, subject: { kind: 'case', id: opened.id } });
    const answer = aClock('outcome-feedback', {
      ...of,
      subject: { kind: 'referral', id: referral.id },
    });
    const heard = aClock('acknowledgement', { ...of, holder: SCHOOL, subject: answer.subject });
    const told = { ...aClock('first-feedback', { ...of, subject: answer.subject }), endedAt: NOW };
    const decision = accepting({
      task: { ...lead, agency: unit },
      case: opened,
      referral,
      ofCase: [seen],
      ofReferral: [answer, heard, told],
    });
    expect(decision.kept.slice(0, 2)).toMatchObject([{ lead: unit }, { lead: unit }]);
    expect(clocksIn(decision)).toEqual(
      [seen, answer].map((clock) => ({ ...clock, version: 2, holder: unit })),
    );
    expect(decision.events).toMatchObject([
      { type: 'referral.taken-up' },
      { type: 'case.lead-changed', to: [LEAD, unit], codes: { lead: unit } },
    ]);
  });

  it('changes nothing of a referral that is closed', () => {
    const referral = { ...aReferralInProgress(), status: 'closed' as const, closedAt: NOW };
    expect(accepting({ task: lead, referral })).toEqual({ kept: [], events: [] });
  });
});

describe('a completion', () => {
  const opened = aCase();
  const ofCase = (['child-seen', 'safety-decision'] as const).map((name) =>
    aClock(name, { subject: { kind: 'case', id: opened.id } }),
  );

  it.each(['assess-safety', 'register-report', 'provide-health-care', 'route-by-hand'])(
    'of %s answers neither: only a decision on safety does',
    (kind) => {
      expect(accepting({ task: aTask({ status: 'completed', kind }), ofCase }).kept).toEqual([]);
    },
  );
});

describe('a lead’s own rejection', () => {
  const task = aTask({
    status: 'rejected',
    role: 'lead',
    agency: LEAD,
    version: 2,
    reason: 'conflict-of-interest',
    redirectedFrom: aTaskId(),
    offeredTo: aTaskId(),
    deadline: later({ hours: 4 }),
    sealed: { groups: {} },
  });
  const clocks = clocksOf(task, ['received', 'decide']).map((clock) =>
    clock.name === 'received' ? { ...clock, endedAt: NOW } : clock,
  );
  const by = { sub: 's', agency: LEAD };
  const ids = { task: aTaskId(), event: anEventId() };
  const decision = callNationalDesk({ task, clocks, at: NOW, by, ids }, georgiaAt());
  const [call] = tasksOf(decision);

  it('calls a person at the national desk, urgently', () => {
    expect(call).toMatchObject({
      id: ids.task,
      agency: NATIONAL,
      kind: 'route-by-hand',
      role: 'participant',
      urgency: 'urgent',
      status: 'requested',
      version: 1,
      rule: 'lead-refused',
    });
    expect(decision.events).toMatchObject([{ type: 'task.requested', to: [NATIONAL] }]);
  });

  it('takes over nothing but the child’s file: no reason, no words, no place in a chain', () => {
    const { reason, outcome, redirectedFrom, offeredTo, replacedBy, sealed } = call ?? aTask();
    expect([reason, outcome, redirectedFrom, offeredTo, replacedBy, sealed]).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });

  it('gives the desk the same deadlines, that of its own receipt included, and two hours to decide', () => {
    expect(
      clocksIn(decision).map(({ name, holder, endedAt, dueAt }) => [name, holder, endedAt, dueAt]),
    ).toEqual([
      ...clocks.map(({ name, dueAt }) => [name, NATIONAL, undefined, dueAt]),
      ['desk-decides', NATIONAL, undefined, later({ hours: 2 })],
    ]);
    expect(call?.deadline).toBe(clocks[0]?.dueAt);
    expect(instant(call?.deadline).epochMilliseconds).toBeLessThan(
      instant(task.deadline).epochMilliseconds,
    );
  });
});
