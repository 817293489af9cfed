import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../shared/domain/clock/state.ts';
import { redirect } from '../../../shared/domain/task/redirect.ts';
import { refused } from '../../../shared/domain/task/refused.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { transition } from '../../../shared/domain/task/transition.ts';
import { withdrawnOffer } from '../../../shared/domain/task/withdrawn-offer.ts';
import {
  aCase,
  agency,
  anEventId,
  aReferralInProgress,
  aTask,
  aTaskId,
  clocksOf,
  georgiaAt,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
} from '../../build.ts';

const edition = georgiaAt();
const NAMES = ['received', 'decide', 'act', 'finish'] as const;
const opened = aCase();
const referral = aReferralInProgress({ case: opened.id, id: opened.referral });
const inCase = (over: Partial<Task>) =>
  aTask({ case: opened.id, referral: referral.id, file: opened.file, ...over });

const following = (task: Task, tasks: readonly Task[] = []) =>
  refused(
    {
      ...{ task, tasks: [...tasks, task], referral, case: opened, at: NOW },
      ...{ clocks: clocksOf(task, NAMES), by: { sub: 's', agency: task.agency } },
      ids: { task: aTaskId(), event: anEventId(), need: anEventId() },
    },
    edition,
  );
const deskOf = (decision: ReturnType<typeof following>) =>
  decision.kept.find((one): one is Task => one.what === 'task' && one.agency === NATIONAL);

describe('a refusal', () => {
  const rejected = (over: Partial<Task> = {}) =>
    inCase({ status: 'rejected', reason: 'no-capacity', ...over });

  it.each([
    ['the lead’s own', rejected({ role: 'lead', agency: LEAD }), [], 'lead-refused'],
    ['of news, by the lead', rejected({ kind: 'consider-news', agency: LEAD }), [], 'lead-refused'],
    ['the first of some work', rejected(), [], undefined],
    ['of a lead that was only offered', rejected({ role: 'lead', agency: POLICE }), [], undefined],
    ['the second of the same work', rejected(), [rejected({ agency: LEAD })], 'refused-again'],
    ['of other work', rejected(), [rejected({ kind: 'other' })], undefined],
    [
      'about another child',
      rejected({ relatedChild: 2 }),
      [rejected({ relatedChild: 1 })],
      undefined,
    ],
    ['by the desk itself', rejected({ agency: NATIONAL }), [rejected()], undefined],
    [
      'where the task failed',
      { ...rejected(), status: 'failed' as const },
      [rejected()],
      undefined,
    ],
  ])('%s calls the desk: %#', (_, task, tasks, rule) => {
    expect(deskOf(following(task, tasks))?.rule).toBe(rule);
  });

  it('calls the desk once for one work', () => {
    const first = rejected({ agency: LEAD });
    const second = rejected();
    const desk = deskOf(following(second, [first]));
    if (!desk) throw new Error('nobody was called');
    expect(desk.about).toBe(second.id);
    expect(
      deskOf(following(rejected({ agency: agency('police-guria') }), [first, second, desk])),
    ).toBe(undefined);
  });

  it('gives the desk two hours of its own, beside the deadlines that stand', () => {
    const task = rejected({ role: 'lead', agency: LEAD });
    const clocks = following(task).kept.filter((one): one is Clock => one.what === 'clock');
    const due = Object.fromEntries(clocks.map(({ name, dueAt }) => [name, dueAt]));
    expect(due['desk-decides']).toBe(later({ hours: 2 }));
    for (const clock of clocksOf(task, NAMES)) expect(due[clock.name]).toBe(clock.dueAt);
  });

  it('is counted by the case, so that nobody closes it on an earlier look', () => {
    const { kept } = following(rejected({ role: 'lead', agency: LEAD }));
    expect(kept).toContainEqual({ ...opened, version: opened.version + 1 });
  });

  it.each(['rejected', 'failed'] as const)(
    '%s for want of a service is an unmet need',
    (status) => {
      const { kept, events } = following(inCase({ status, reason: 'no-such-service' }));
      expect(kept).toContainEqual(
        expect.objectContaining({
          what: 'unmet-need',
          kind: 'register-report',
          municipality: 'zestaponi',
          watched: 'unmet-needs',
        }),
      );
      expect(events).toMatchObject([{ type: 'need.unmet', to: [NATIONAL] }]);
    },
  );
});

describe('an offer', () => {
  const task = inCase({ status: 'accepted' });
  const offered = redirect({
    ...{ task, clocks: clocksOf(task, NAMES), to: agency('police-tbilisi'), reason: 'other-area' },
    ...{ by: { sub: 's', agency: POLICE }, lead: LEAD, at: NOW },
    ids: { task: aTaskId(), events: [anEventId(), anEventId()] },
  });
  const [, offer] = offered.kept.filter((one): one is Task => one.what === 'task');
  if (!offer) throw new Error('no offer');
  const clocks = offered.kept.filter((one): one is Clock => one.what === 'clock');

  it('that is rejected owes nothing more: its first holder answers', () => {
    const { kept } = transition({
      ...{ task: offer, clocks, ofCase: [], lead: LEAD, at: NOW, event: anEventId() },
      request: { to: 'rejected', reason: 'no-capacity' },
      by: { sub: 's', agency: offer.agency },
      calendar: edition.calendar,
      sealed: undefined,
    });
    const left = kept.filter((one): one is Clock => one.what === 'clock');
    expect(left.map(({ endedAt }) => endedAt)).toEqual(NAMES.map(() => NOW));
    expect(kept[0]).toMatchObject({ status: 'rejected' });
    expect((kept[0] as Task).deadline).toBeUndefined();
  });

  it.each([
    ['completed', 'done-elsewhere'],
    ['cancelled', 'no-longer-needed'],
  ] as const)('is withdrawn when its first holder has %s the work', (status, reason) => {
    const done = { ...task, status, offeredTo: offer.id };
    const call = { task: done, offer, clocks, by: { sub: 's', agency: POLICE }, at: NOW };
    const { kept, events } = withdrawnOffer({ ...call, event: anEventId() });
    expect(kept[0]).toMatchObject({ id: offer.id, status: 'cancelled', reason });
    expect(events).toMatchObject([{ type: 'task.cancelled', to: [offer.agency] }]);
    const taken = { ...call, task: { ...task, status: 'in-progress' as const } };
    expect(withdrawnOffer({ ...taken, event: anEventId() }).kept).toEqual([]);
  });
});

describe('a task handed from agency to agency', () => {
  it('never has a deadline later than it had', () => {
    const to = fc.constantFrom(
      'police-guria',
      'police-tbilisi',
      'prosecutor-imereti',
      'clinic-kutaisi',
    );
    const hops = fc.array(fc.tuple(to, fc.nat(10_000)), { maxLength: 6 });
    fc.assert(
      fc.property(hops, (route) => {
        let task = inCase({ status: 'received' });
        let clocks = clocksOf(task, NAMES);
        const first = new Map(clocks.map(({ name, dueAt }) => [name, dueAt]));
        let at = NOW;
        for (const [next, minutes] of route) {
          at = later({ minutes }, at);
          if (task.agency === next) continue;
          const { kept } = redirect({
            ...{ task, clocks, to: agency(next), reason: 'other-area', at, lead: LEAD },
            by: { sub: 's', agency: task.agency },
            ids: { task: aTaskId(), events: [anEventId(), anEventId()] },
          });
          task = kept.findLast((one): one is Task => one.what === 'task') ?? task;
          clocks = kept.filter((one): one is Clock => one.what === 'clock');
          expect(clocks.map(({ name }) => name)).toEqual([...NAMES]);
          for (const { name, dueAt, endedAt } of clocks) {
            expect(dueAt).toBe(first.get(name));
            expect(endedAt).toBeUndefined();
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
