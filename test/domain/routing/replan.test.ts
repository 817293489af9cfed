import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../shared/domain/clock/state.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import {
  AdditionSubmission,
  statedIn,
} from '../../../shared/domain/referral/addition-submission.ts';
import { detailsOf } from '../../../shared/domain/referral/details.ts';
import type { ReferralSubmission } from '../../../shared/domain/referral/submission.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { routingIds } from '../../../shared/domain/routing/ids.ts';
import { planAgain } from '../../../shared/domain/routing/replan.ts';
import { wantedBy } from '../../../shared/domain/routing/wanted.ts';
import { Urgency } from '../../../shared/domain/task/statuses.ts';
import { hasEnded, type Task } from '../../../shared/domain/task/task.ts';
import { changeUrgency } from '../../../shared/domain/task/urgency.ts';
import { derive } from '../../../shared/platform/runtime.ts';
import {
  agency,
  anEventId,
  aViolenceSubmission,
  CLINIC,
  georgiaAt,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
} from '../../build.ts';
import { act, anyMove } from '../../history.ts';
import { checkedWrites, type Memory, routed } from '../../memory.ts';

const edition = georgiaAt();
const calm = aViolenceSubmission({
  child: { municipality: 'zestaponi', identity: { known: 'known' } },
  immediateDanger: 'no',
  injuryVisible: 'no',
});

/** News comes and is routed, as the function does it. */
function newsComes(
  memory: Memory,
  sent: ReferralSubmission,
  over: object,
  at = later({ hours: 1 }),
) {
  const { routed: referral, case: opened, tasks } = memory;
  const revision = 2 + memory.events.filter(({ type }) => type === 'referral.rerouted').length;
  const stated = statedIn(AdditionSubmission.parse({ narrative: 'ახალი.', ...over }));
  const reports = [
    { at: NOW, stated: detailsOf(sent) },
    { at, stated },
  ];
  const wanted = wantedBy(referral, reports, edition);
  const open = tasks.filter((task) => !hasEnded(task));
  const decision = planAgain(
    {
      ...{ referral, case: opened, revision, tasks, at, total: 0 },
      news: { at, agency: agency('school-zestaponi') },
      before: wantedBy(referral, reports.slice(0, 1), edition).assignments,
      now: wanted.assignments,
      facts: wanted.facts,
      municipality: wanted.municipality,
      clocks: new Map<TaskId, Clock[]>(open.map(({ id }) => [id, memory.clocksOf({ id })])),
      ofParents: [...memory.clocksOf(referral), ...(opened ? memory.clocksOf(opened) : [])],
      ids: routingIds(derive, referral.id, String(revision)),
    },
    edition,
  );
  memory.apply(decision);
  return decision;
}
const asked = (tasks: readonly Task[]) =>
  tasks.map(({ kind, agency: of, urgency }) => `${kind} ${of} ${urgency}`);
const changed = (memory: Memory, task: Task, over: Partial<Task>) =>
  memory.apply({
    kept: [{ ...memory.task(task.id), version: memory.task(task.id).version + 1, ...over }],
    events: [],
  });

describe('news of danger', () => {
  const { memory } = routed(calm);
  const before = memory.tasks;
  const clocks = new Map(before.map((task) => [task.id, memory.clocksOf(task)]));
  const decision = newsComes(memory, calm, { immediateDanger: 'yes' }, later({ minutes: 10 }));

  it('asks whoever was not asked', () => {
    const made = memory.tasks.filter(({ id }) => !before.some((one) => one.id === id));
    expect(asked(made)).toEqual([`provide-health-care ${CLINIC} urgent`]);
    expect(made.every(({ role }) => role === 'participant')).toBe(true);
  });

  it('hurries whoever was, and no deadline moves back', () => {
    for (const task of before) {
      const now = memory.task(task.id);
      const hurried = ['assess-safety', 'register-report'].includes(task.kind);
      expect(now.urgency, task.kind).toBe(hurried ? 'urgent' : task.urgency);
      for (const clock of clocks.get(task.id) ?? []) {
        const after = memory.clocksOf(task).find(({ name }) => name === clock.name);
        expect(after && after.dueAt <= clock.dueAt).toBe(true);
      }
    }
    expect(memory.task(memory.lead.id).deadline).toBe(later({ minutes: 25 }));
  });

  it('shortens what the case waits for', () => {
    const opened = memory.case;
    if (!opened) throw new Error('no case');
    const due = memory.clocksOf(opened).find(({ name }) => name === 'safety-decision')?.dueAt;
    expect(due).toBe(later({ hours: 4, minutes: 10 }));
  });

  it('keeps one lead, and is kept as the second routing', () => {
    expect(memory.tasks.filter(({ role }) => role === 'lead')).toHaveLength(1);
    expect(decision.kept).toContainEqual(expect.objectContaining({ what: 'routing', revision: 2 }));
    expect(memory.events.filter(({ type }) => type === 'urgency.raised')).toHaveLength(2);
  });

  it('asks the lead to read nothing it has not read anything of yet', () => {
    expect(memory.tasks.map(({ kind }) => kind)).not.toContain('consider-news');
  });
});

describe('what persons decided', () => {
  it('stands: work that was finished is not asked again by the same facts', () => {
    const { memory } = routed(calm);
    changed(memory, memory.taskOf(POLICE), { status: 'completed' });
    newsComes(memory, calm, {});
    expect(memory.tasks.filter(({ kind }) => kind === 'register-report')).toHaveLength(1);
  });

  it('gives way to news that makes it needed: what ended is asked again', () => {
    const { memory } = routed(calm);
    changed(memory, memory.taskOf(POLICE), { status: 'completed' });
    newsComes(memory, calm, { immediateDanger: 'yes' });
    const reports = memory.tasks.filter(({ kind }) => kind === 'register-report');
    expect(reports.map(({ status, urgency }) => [status, urgency])).toEqual([
      ['completed', 'high'],
      ['requested', 'urgent'],
    ]);
  });

  it('stands: work handed to another agency is hurried there, and not asked of the first again', () => {
    const { memory } = routed(calm);
    const first = memory.taskOf(POLICE);
    const other = { ...first, id: memory.taskOf(LEAD, 'offer-psychological-support').id };
    const guria = agency('police-guria');
    changed(memory, first, { status: 'cancelled', replacedBy: other.id });
    changed(memory, other, { kind: 'register-report', agency: guria, urgency: 'high' });
    newsComes(memory, calm, { immediateDanger: 'yes' });
    const reports = memory.tasks.filter(({ kind }) => kind === 'register-report');
    expect(asked(reports)).toEqual([
      `register-report ${POLICE} high`,
      `register-report ${guria} urgent`,
    ]);
  });

  it('stands: what a person made less urgent since the news is not raised by it', () => {
    const { memory } = routed(calm);
    const task = memory.taskOf(POLICE);
    const at = later({ hours: 2 });
    const lowered = changeUrgency(
      {
        ...{ task, clocks: memory.clocksOf(task), to: 'routine', from: at, at },
        ...{ by: { sub: 's', agency: LEAD }, reason: 'child-safe-now', event: anEventId() },
      },
      edition,
    );
    expect(lowered.kept).toHaveLength(1);
    memory.apply(lowered);
    newsComes(memory, calm, { immediateDanger: 'yes' }, later({ hours: 1 }));
    expect(memory.taskOf(POLICE).urgency).toBe('routine');
    newsComes(memory, calm, { immediateDanger: 'yes' }, later({ hours: 3 }));
    expect(memory.taskOf(POLICE).urgency).toBe('urgent');
  });
});

describe('a lead that has accepted', () => {
  const inProgress = () => {
    const { memory } = routed(calm);
    const { referral } = memory;
    memory.apply({
      kept: [{ ...memory.routed, status: 'in-progress', version: referral.version + 1 }],
      events: [],
    });
    return memory;
  };

  it('has a person who reads the news, as urgent as what it changes', () => {
    const memory = inProgress();
    newsComes(memory, calm, {});
    expect(asked(memory.tasks)).toContain(`consider-news ${LEAD} high`);
    const urgent = inProgress();
    newsComes(urgent, calm, { injuryVisible: 'yes' });
    expect(asked(urgent.tasks)).toContain(`consider-news ${LEAD} urgent`);
  });

  it('of something closed has it opened again, with its clocks', () => {
    const memory = inProgress();
    const { routed: referral, case: opened } = memory;
    if (!opened) throw new Error('no case');
    const ended = [...memory.clocksOf(referral), ...memory.clocksOf(opened)]
      .filter(({ endedAt }) => !endedAt)
      .map((clock) => ({ ...clock, version: clock.version + 1, endedAt: NOW }));
    memory.apply({
      kept: [
        { ...referral, status: 'closed', closedAt: NOW, version: referral.version + 1 },
        { ...opened, status: 'closed', closedAt: NOW, version: opened.version + 1 },
        ...ended,
        ...memory.tasks.map((task) => ({
          ...task,
          status: 'completed' as const,
          version: task.version + 1,
        })),
      ],
      events: [],
    });
    const at = later({ hours: 800 });
    newsComes(memory, calm, { immediateDanger: 'yes' }, at);
    expect(memory.routed.status).toBe('in-progress');
    expect(memory.case?.status).toBe('open');
    expect(memory.events.map(({ type }) => type)).toContain('case.reopened');
    expect(asked(memory.tasks)).toContain(`consider-news ${LEAD} urgent`);
    const running = memory.clocksOf(opened).filter(({ endedAt }) => !endedAt);
    expect(running.map(({ name, dueAt }) => [name, dueAt])).toEqual([
      ['safety-decision', later({ hours: 4 }, at)],
      ['child-seen', later({ hours: 24 }, at)],
    ]);
  });
});

describe('news after any history', () => {
  const anyNews = fc.record(
    {
      immediateDanger: fc.constantFrom('yes', 'no', 'unsure'),
      injuryVisible: fc.constantFrom('yes', 'no', 'unknown'),
      selfHarmRisk: fc.constantFrom('yes', 'no', 'unknown'),
      forms: fc.subarray([...edition.codes('forms')]),
      child: fc.constantFrom({ municipality: 'tbilisi' }, { municipality: 'zestaponi' }),
      relatedChildren: fc.constant([{ role: 'alleged-to-have-harmed', sameSchool: 'yes' }]),
    },
    { requiredKeys: [] },
  );
  const rank = (urgency: Urgency) => Urgency.options.indexOf(urgency);

  it('only ever raises urgency, moves no deadline back, keeps the lead, and fits one transaction', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 12 }), anyNews, (moves, over) => {
        const { memory } = routed(calm);
        let at = NOW;
        for (const move of moves) {
          at = later({ minutes: move.minutes }, at);
          try {
            act(memory, move, at);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        const tasks = memory.tasks;
        const { lead } = memory.routed;
        const places = [memory.routed, ...(memory.case ? [memory.case] : []), ...tasks];
        const running = places
          .flatMap((of) => memory.clocksOf(of))
          .filter(({ endedAt }) => !endedAt);
        const decision = newsComes(memory, calm, over, later({ minutes: 1 }, at));
        expect(checkedWrites(decision).length).toBeLessThan(99);
        for (const task of tasks) {
          expect(rank(memory.task(task.id).urgency)).toBeLessThanOrEqual(rank(task.urgency));
          expect(memory.task(task.id).status).toBe(task.status);
        }
        for (const { subject, name, dueAt } of running) {
          const now = memory.clocksOf(subject).find((clock) => clock.name === name);
          expect(now && !now.endedAt && now.dueAt <= dueAt).toBe(true);
        }
        expect(memory.routed.lead).toBe(lead);
        expect(memory.routed.status).not.toBe('closed');
        const ids = memory.events.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 25 },
    );
  });

  it('asks nobody who does not exist, and of an unknown place the desk', () => {
    const nowhere = aViolenceSubmission({ child: { whereabouts: { address: '?' } } });
    const { memory } = routed(nowhere, { from: agency('hotline-111') });
    expect(asked(memory.tasks)).toContain(`route-by-hand ${NATIONAL} urgent`);
    newsComes(memory, nowhere, { child: { municipality: 'zestaponi' } });
    expect(asked(memory.tasks)).toContain(`assess-safety ${LEAD} urgent`);
  });
});
