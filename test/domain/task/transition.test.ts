import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockName } from '../../../shared/domain/clock/definition.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { TaskStatus } from '../../../shared/domain/task/statuses.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import {
  checkTransition,
  nextSteps,
  type TransitionRequest,
  transition,
} from '../../../shared/domain/task/transition.ts';
import {
  aClock,
  anEventId,
  aTask,
  clocksOf,
  georgiaAt,
  LEAD,
  later,
  POLICE,
  refusalOf,
} from '../../build.ts';

const edition = georgiaAt();
const statuses = TaskStatus.options;
const owner = { owner: true, lead: false };
const lead = { owner: false, lead: true };
const both = { owner: true, lead: true };
const neither = { owner: false, lead: false };

/** The table as the field has it, written down here a second time. */
const BY_OWNER: Readonly<Record<TaskStatus, readonly TaskStatus[]>> = {
  requested: ['received', 'accepted', 'rejected'],
  received: ['accepted', 'rejected'],
  accepted: ['in-progress', 'on-hold', 'completed', 'failed'],
  'in-progress': ['on-hold', 'completed', 'failed'],
  'on-hold': ['in-progress', 'failed'],
  rejected: [],
  completed: [],
  cancelled: [],
  failed: [],
};
const CANCELLABLE: readonly TaskStatus[] = [
  'requested',
  'received',
  'accepted',
  'in-progress',
  'on-hold',
];

const NEEDS: Readonly<Partial<Record<TaskStatus, Partial<TransitionRequest>>>> = {
  received: { actingPerson: { name: 'ნინო' } },
  accepted: { actingPerson: { name: 'ნინო' } },
  rejected: { reason: 'no-capacity' },
  'on-hold': { reason: 'waiting-for-family' },
  failed: { reason: 'child-not-found' },
  cancelled: { reason: 'done-elsewhere' },
  completed: { outcome: 'registered' },
};
const asked = (to: TaskStatus): TransitionRequest => ({ to, ...NEEDS[to] });

const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

describe('a step', () => {
  it.each(pairs)(
    'from %s to %s is open to those the table names, and to nobody else',
    (from, to) => {
      const task = aTask({ status: from });
      const byOwner = BY_OWNER[from].includes(to);
      const byLead = to === 'cancelled' && CANCELLABLE.includes(from);
      for (const [capacity, allowed] of [
        [owner, byOwner],
        [lead, byLead],
        [both, byOwner || byLead],
        [neither, false],
      ] as const) {
        const check = () => checkTransition(task, asked(to), capacity, edition);
        if (allowed) expect(check).not.toThrow();
        else expect(refusalOf(check)).toEqual({ code: 'transition-not-allowed', hindrances: [] });
        expect(nextSteps(task, capacity, edition).includes(to)).toBe(allowed);
      }
    },
  );

  it.each([
    ['requested', 'received', 'acting-person-missing', '/actingPerson'],
    ['requested', 'accepted', 'acting-person-missing', '/actingPerson'],
    ['requested', 'rejected', 'reason-missing', '/reason'],
    ['requested', 'cancelled', 'reason-missing', '/reason'],
    ['accepted', 'on-hold', 'reason-missing', '/reason'],
    ['accepted', 'failed', 'reason-missing', '/reason'],
    ['accepted', 'completed', 'outcome-missing', '/outcome'],
    ['in-progress', 'completed', 'outcome-missing', '/outcome'],
  ] as const)('from %s to %s is refused as %s without what it needs', (from, to, code, pointer) => {
    const check = () => checkTransition(aTask({ status: from }), { to }, both, edition);
    expect(refusalOf(check)).toEqual({ code, hindrances: [{ pointer, code }] });
  });

  it.each<[string, TaskStatus, TransitionRequest, string]>([
    [
      'a reason of another list',
      'requested',
      { to: 'rejected', reason: 'family-refused' },
      '/reason',
    ],
    ['a reason of no list', 'accepted', { to: 'failed', reason: 'bad-mood' }, '/reason'],
    [
      'a reason where none is asked for',
      'requested',
      { ...asked('accepted'), reason: 'Nino-Beridze' },
      '/reason',
    ],
    ['an outcome of no list', 'accepted', { to: 'completed', outcome: 'fine' }, '/outcome'],
    [
      'an outcome of no list beside another step',
      'requested',
      { ...asked('received'), outcome: 'x' },
      '/outcome',
    ],
  ])('with %s is refused', (_, status, request, pointer) => {
    const check = () => checkTransition(aTask({ status }), request, owner, edition);
    expect(refusalOf(check)).toEqual({
      code: 'unknown-code',
      hindrances: [{ pointer, code: 'unknown-code' }],
    });
  });

  it.each(['rejectionReasons', 'holdReasons', 'failureReasons', 'cancellationReasons'] as const)(
    'takes every reason of %s where the table asks for one of them',
    (list) => {
      for (const { from, to } of edition.statuses.transitions.filter(
        ({ reasons }) => reasons === list,
      )) {
        for (const reason of edition.codes(list)) {
          const task = aTask({ status: from });
          expect(() => checkTransition(task, { to, reason }, both, edition)).not.toThrow();
        }
      }
    },
  );
});

const NAMES: readonly ClockName[] = ['received', 'decide', 'act', 'finish'];
const AT = later({ minutes: 5 });
const { calendar } = edition;

const moved = (status: TaskStatus, to: TaskStatus, over: Partial<Task> = {}) => {
  const task = aTask({ status, version: 4, ...over });
  const clocks = clocksOf(task, NAMES);
  const by = { sub: 'sub-1', agency: to === 'cancelled' ? LEAD : task.agency };
  const request = asked(to);
  const event = anEventId();
  return {
    task,
    decision: transition({
      task,
      clocks,
      ofCase: [],
      request,
      by,
      lead: LEAD,
      at: AT,
      calendar,
      event,
      sealed: undefined,
    }),
  };
};
const endedNames = ({ kept }: Decision) =>
  kept.flatMap((one) => (one.what === 'clock' && one.endedAt === AT ? [one.name] : []));

describe('what a step does', () => {
  it.each<[TaskStatus, TaskStatus, ClockName[]]>([
    ['requested', 'received', ['received']],
    ['received', 'accepted', ['received', 'decide']],
    ['requested', 'rejected', ['received']],
    ['accepted', 'in-progress', ['received', 'decide', 'act']],
    ['accepted', 'on-hold', []],
    ['accepted', 'failed', []],
    ['in-progress', 'completed', ['received', 'decide', 'act', 'finish']],
    ['accepted', 'cancelled', ['received', 'decide', 'act', 'finish']],
  ])('from %s to %s ends the clocks %j and no other', (from, to, names) => {
    expect(endedNames(moved(from, to).decision)).toEqual(names);
  });

  it.each<[TaskStatus, TaskStatus, ClockName | undefined]>([
    ['requested', 'received', 'decide'],
    ['received', 'accepted', 'act'],
    ['requested', 'rejected', 'decide'],
    ['accepted', 'in-progress', 'finish'],
    ['in-progress', 'completed', undefined],
    ['in-progress', 'cancelled', undefined],
  ])('from %s to %s leaves %s as the next thing owed', (from, to, owes) => {
    const { task, decision } = moved(from, to);
    const [after] = decision.kept;
    const due = owes && clocksOf(task, [owes])[0]?.dueAt;
    expect(after).toMatchObject({ status: to, version: 5, deadline: due });
  });

  it('shows the lead what its case still owes, with its own work', () => {
    const task = aTask({ status: 'received', role: 'lead', agency: LEAD });
    const ofCase = [aClock('child-seen', { subject: { kind: 'case', id: task.case } as never })];
    const by = { sub: 's', agency: LEAD };
    const call = {
      task,
      clocks: [],
      ofCase,
      by,
      lead: LEAD,
      at: AT,
      calendar,
      event: anEventId(),
      sealed: undefined,
    };
    expect(transition({ ...call, request: asked('accepted') }).kept[0]).toMatchObject({
      deadline: ofCase[0]?.dueAt,
    });
  });

  it('never ends a clock a second time', () => {
    const task = aTask({ status: 'received' });
    const clocks = clocksOf(task, ['received']).map((clock) => ({
      ...clock,
      endedAt: later({ minutes: 1 }),
    }));
    const by = { sub: 's', agency: POLICE };
    const call = {
      task,
      clocks,
      ofCase: [],
      by,
      lead: LEAD,
      at: AT,
      calendar,
      event: anEventId(),
      sealed: undefined,
    };
    expect(transition({ ...call, request: asked('accepted') }).kept).toHaveLength(1);
  });

  it.each<[TaskStatus, TaskStatus, string]>([
    ['requested', 'received', 'task.received'],
    ['requested', 'accepted', 'task.accepted'],
    ['requested', 'rejected', 'task.rejected'],
    ['accepted', 'in-progress', 'task.started'],
    ['accepted', 'on-hold', 'task.held'],
    ['accepted', 'completed', 'task.completed'],
    ['accepted', 'failed', 'task.failed'],
  ])('from %s to %s is told to the lead as %s', (from, to, type) => {
    const { task, decision } = moved(from, to);
    expect(decision.events).toMatchObject([
      {
        type,
        to: [LEAD],
        version: 5,
        subject: { id: task.id },
        codes: { kind: task.kind, status: to },
      },
    ]);
  });

  it('of the lead on another agency’s task is told to that agency', () => {
    expect(moved('accepted', 'cancelled').decision.events[0]?.to).toEqual([POLICE]);
  });

  it('of the lead on its own task needs to be told to nobody', () => {
    expect(moved('requested', 'accepted', { agency: LEAD }).decision.events[0]?.to).toEqual([]);
  });

  it('keeps the words sealed earlier where the step brings none', () => {
    const sealed = { key: new Uint8Array([7]), groups: {} };
    expect(moved('accepted', 'in-progress', { sealed }).decision.kept[0]).toMatchObject({ sealed });
  });

  it('carries no word a person wrote into the event', () => {
    const { decision } = moved('requested', 'accepted');
    expect(JSON.stringify(decision.events)).not.toContain('ნინო');
  });
});

describe('a task', () => {
  it('that walks the table at random ends only by a step that ends it, and stays ended', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (choices) => {
        let task = aTask();
        let clocks = clocksOf(task, NAMES);
        for (const choice of choices) {
          const steps = nextSteps(task, both, edition);
          const to = steps[choice % steps.length];
          if (to === undefined) {
            expect(edition.statuses.ended).toContain(task.status);
            return;
          }
          checkTransition(task, asked(to), both, edition);
          const by = { sub: 's', agency: POLICE };
          const call = {
            task,
            clocks,
            ofCase: [],
            by,
            lead: LEAD,
            at: AT,
            calendar,
            event: anEventId(),
          };
          const { kept } = transition({ ...call, request: asked(to), sealed: undefined });
          task = kept.find((one): one is Task => one.what === 'task') ?? task;
          clocks = clocks.map(
            (clock) => kept.find((one) => one.what === 'clock' && one.name === clock.name) ?? clock,
          ) as typeof clocks;
          const running = clocks.filter(({ endedAt }) => endedAt === undefined);
          const finished = task.status === 'completed' || task.status === 'cancelled';
          // Whatever is not done, undone or called off still owes something.
          expect(running.length > 0).toBe(!finished);
          expect(task.deadline).toBe(running.map(({ dueAt }) => dueAt).toSorted()[0]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
