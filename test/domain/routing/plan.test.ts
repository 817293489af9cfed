import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Routing } from '../../../shared/domain/routing/routing.ts';
import {
  agency,
  anEarlySubmission,
  answers,
  aViolenceSubmission,
  georgiaAt,
  LEAD,
  later,
  NOW,
  SCHOOL,
} from '../../build.ts';
import { checkedWrites, planOf, routed } from '../../memory.ts';
import { anyAgency, anyInstant, anySubmission } from '../../submissions.ts';

const violence = (over: Parameters<typeof aViolenceSubmission>[0] = {}) =>
  routed(aViolenceSubmission(over)).memory;
const dueOf = (memory: ReturnType<typeof violence>, of: { id: string }, name: string) =>
  memory.clocksOf({ id: of.id } as never).find((clock) => clock.name === name)?.dueAt;

describe('a routed violence referral', () => {
  const memory = violence({ immediateDanger: 'no' });
  const { routed: referral, case: opened, routing, tasks } = memory;

  it('has its lead and its case, from the moment it was routed', () => {
    expect(referral).toMatchObject({ status: 'routed', version: 2, lead: LEAD, routedAt: NOW });
    expect(opened).toMatchObject({
      id: referral.case,
      lead: LEAD,
      referral: referral.id,
      version: 1,
    });
  });

  it('keeps the decision: each task with its rule, its reason and the pack', () => {
    expect(Routing.parse(routing)).toEqual(routing);
    expect(routing.policy).toEqual(georgiaAt().reference);
    expect(routing.tasks.map(({ task }) => task)).toEqual(tasks.map(({ id }) => id));
    expect(routing.tasks.every(({ why }) => why.ka !== '' && why.en !== '')).toBe(true);
  });

  it('tells each agency of its task, the referrer that it was routed, and nobody else', () => {
    const told = memory.events.flatMap(({ type, to }) => to.map((one) => `${type} ${one}`));
    expect(told.toSorted()).toEqual(
      [
        `referral.routed ${SCHOOL}`,
        ...tasks.map((task) => `task.requested ${task.agency}`),
      ].toSorted(),
    );
  });

  it('ends the wait for the routing', () => {
    const waiting = memory.clocksOf(referral).find(({ name }) => name === 'routing');
    expect(waiting?.endedAt).toBe(NOW);
  });

  it('shows each agency the next thing it owes', () => {
    for (const task of tasks) {
      const own = memory.clocksOf(task).map(({ dueAt }) => dueAt);
      expect(task.deadline).toBe(own.toSorted()[0]);
      expect(task.deadline && task.deadline > NOW).toBe(true);
    }
  });
});

describe('the clocks of a routing', () => {
  it('count from the report, however late the machine routed it', () => {
    const submission = aViolenceSubmission({ immediateDanger: 'yes' });
    const { memory } = routed(submission, { routedAt: later({ hours: 5 }) });
    const lead = memory.lead;
    expect(dueOf(memory, lead, 'received')).toBe(later({ minutes: 15 }));
    expect(dueOf(memory, lead, 'decide')).toBe(later({ minutes: 30 }));
    expect(dueOf(memory, memory.routed, 'first-feedback')).toBe(later({ hours: 24 }));
  });

  it('that guard a child run in elapsed hours through night, weekend and holiday', () => {
    // Friday evening before a Monday off.
    const memory = violence({ immediateDanger: 'no' });
    const opened = { id: memory.case?.id ?? '' };
    expect(dueOf(memory, opened, 'safety-decision')).toBe(later({ hours: 24 }));
    expect(dueOf(memory, opened, 'child-seen')).toBe(later({ hours: 24 }));
    for (const clock of memory.tasks.flatMap((task) => memory.clocksOf(task))) {
      if (clock.name === 'received') expect(clock.guardsChild).toBe(true);
    }
  });

  it('of early identification rest on weekends and holidays', () => {
    const { memory } = routed(anEarlySubmission());
    // The working day after Friday is Tuesday, for Monday is a holiday: its end, 18:00 in Tbilisi.
    expect(dueOf(memory, memory.lead, 'received')).toBe('2026-11-24T14:00:00.000Z');
  });

  it('of the lead’s receipt end when the child leaves, never before they began', () => {
    const leaving = (until: string) =>
      violence({
        child: { municipality: 'zestaponi', whereabouts: { childNow: { where: 'სკოლა', until } } },
        immediateDanger: 'no',
      });
    const soon = leaving(later({ minutes: 10 }));
    expect(dueOf(soon, soon.lead, 'received')).toBe(later({ minutes: 10 }));
    expect(dueOf(soon, soon.lead, 'decide')).toBe(later({ minutes: 30 }));
    const gone = leaving(later({ minutes: -60 }));
    expect(dueOf(gone, gone.lead, 'received')).toBe(NOW);
    const far = leaving(later({ hours: 72 }));
    expect(dueOf(far, far.lead, 'received')).toBe(later({ minutes: 15 }));
  });

  it('of referral and case stand once, held by the lead, also beside the national desk', () => {
    const { memory } = routed(
      aViolenceSubmission({
        child: { whereabouts: { address: '?' } },
        allegedPerpetrators: [{ relation: 'guardian', employer: 'guardianship-body' }],
      }),
      { from: agency('hotline-111') },
    );
    const names = memory.clocksOf(memory.routed).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['first-feedback', 'outcome-feedback', 'routing']);
    expect(memory.tasks.map(({ kind }) => kind)).toContain('route-by-hand');
  });
});

describe('a case', () => {
  it.each([
    ['violence', aViolenceSubmission(), true],
    ['early identification of level 1', anEarlySubmission(), false],
    ['of level 3', anEarlySubmission({ indicators: answers(['violence-in-family']) }), false],
    ['with danger', anEarlySubmission({ indicators: answers(['weapon-threat']) }), true],
  ])('is opened for %s: %s', (_, submission, opens) => {
    const { memory } = routed(submission);
    expect(memory.case !== undefined).toBe(opens);
    expect(memory.tasks.every((task) => (task.case !== undefined) === opens)).toBe(true);
  });
});

describe('every routing', () => {
  it('fits one transaction and names existing agencies only', () => {
    fc.assert(
      fc.property(anySubmission, anyAgency, anyInstant, (submission, from, at) => {
        const edition = georgiaAt(at);
        const { memory } = routed(submission, { from, at, edition });
        for (const task of memory.tasks) expect(edition.agency(task.agency)).toBeDefined();
        expect(memory.routed.lead).toBe(memory.lead.agency);
      }),
      { numRuns: 50 },
    );
  });

  it('fits one transaction when every rule there is fires, each to agencies of its own', () => {
    const submission = aViolenceSubmission({
      child: { municipality: 'zestaponi', needs: ['hearing'], identity: { known: 'unknown' } },
      relatedChildren: [{ role: 'at-home' }],
      forms: [...georgiaAt().codes('forms')],
      injuryVisible: 'yes',
      immediateDanger: 'yes',
      allegedPerpetrators: [{ relation: 'father', employer: 'police' }],
    });
    const edition = georgiaAt();
    const rules = edition.rules
      // A child is unknown or not born yet, the report goes to the police or past them, and the school
      // that referred makes the plan or the resource centre does.
      .filter(
        ({ id }) => !['lead-elsewhere', 'unborn', 'police-danger', 'school-plan'].includes(id),
      )
      .filter(({ kind }) => kind === 'violence')
      .map(({ unless: _, ...rule }) => ({ ...rule, when: [] }));
    const { assignments, decision } = routed(submission, { edition: { ...edition, rules } });
    expect(new Set(assignments.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(9);
    expect(checkedWrites(decision).length).toBeLessThan(100);
  });

  it('is the same decision when it is made twice', () => {
    fc.assert(
      fc.property(anySubmission, (submission) => {
        const edition = georgiaAt();
        const { memory } = routed(submission, { edition });
        const { routedAt: _, case: __, lead: ___, ...rest } = memory.routed;
        const before = { ...rest, status: 'submitted' as const, version: 1 };
        const again = { routedAt: NOW, edition, memory };
        const [one, two] = [planOf(before, submission, again), planOf(before, submission, again)];
        expect(one.decision).toEqual(two.decision);
        expect(one.decision.events.map(({ id }) => id)).toEqual(
          memory.events.filter(({ by }) => by.sub === 'routing').map(({ id }) => id),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('has no id twice', () => {
    fc.assert(
      fc.property(anySubmission, (submission) => {
        const { memory } = routed(submission);
        const ids = [...memory.tasks.map(({ id }) => id), ...memory.events.map(({ id }) => id)];
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 20 },
    );
  });
});
