import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../shared/domain/clock/state.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { nextSteps, transition } from '../../../shared/domain/task/transition.ts';
import {
  anEventId,
  aTask,
  aViolenceSubmission,
  CLINIC,
  clocksOf,
  georgiaAt,
  LEAD,
  later,
  NOW,
} from '../../build.ts';
import { act, anyMove } from '../../history.ts';
import { type Memory, routed } from '../../memory.ts';

const edition = georgiaAt();
const clocksIn = (memory: Memory): Clock[] =>
  [memory.routed, ...(memory.case ? [memory.case] : []), ...memory.tasks].flatMap((of) =>
    memory.clocksOf(of),
  );
const keyOf = ({ subject, name }: Clock) => `${subject.id} ${name}`;

describe('a clock that guards a child', () => {
  it('never moves later, whatever people do', () => {
    const submissions = fc.constantFrom(
      aViolenceSubmission(),
      aViolenceSubmission({ forms: ['sexual'] }),
      aViolenceSubmission({ immediateDanger: 'no' }),
    );
    fc.assert(
      fc.property(submissions, fc.array(anyMove, { maxLength: 30 }), (submission, moves) => {
        const { memory } = routed(submission);
        let at = NOW;
        for (const move of moves) {
          const before = new Map(clocksIn(memory).map((clock) => [keyOf(clock), clock]));
          at = later({ minutes: move.minutes }, at);
          try {
            act(memory, move, at);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          for (const clock of clocksIn(memory).filter(({ guardsChild }) => guardsChild)) {
            const earlier = before.get(keyOf(clock));
            const due = earlier?.dueAt ?? clock.dueAt;
            expect(clock.dueAt <= due, `${clock.name} ${move.what}`).toBe(true);
            expect(pointsOf(clock)).toEqual(earlier ? pointsOf(earlier) : pointsOf(clock));
          }
          for (const offered of memory.tasks.filter(({ redirectedFrom }) => redirectedFrom)) {
            const source = memory.clocksOf({ id: offered.redirectedFrom ?? offered.id });
            for (const clock of memory.clocksOf(offered).filter((one) => one.guardsChild)) {
              const from = source.find(({ name }) => name === clock.name);
              if (from) expect(clock.dueAt).toBe(from.dueAt);
            }
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('counts the holiday, the weekend and the night', () => {
    const { memory } = routed(aViolenceSubmission());
    const due = (name: string) => clocksIn(memory).find((clock) => clock.name === name)?.dueAt;
    // Friday evening before a holiday: 24 hours are Saturday evening.
    expect(due('child-seen')).toBe(later({ hours: 24 }));
    expect(due('safety-decision')).toBe(later({ hours: 4 }));
  });

  it('ends before the child leaves the referrer’s sight', () => {
    const until = later({ minutes: 9 });
    const child = {
      municipality: 'zestaponi',
      whereabouts: { childNow: { where: 'სკოლა', until } },
    };
    const { memory } = routed(aViolenceSubmission({ child }));
    const received = memory.clocksOf(memory.lead).find(({ name }) => name === 'received');
    expect(received?.dueAt).toBe(until);
  });
});

describe('health care', () => {
  const task = (over = {}) =>
    aTask({
      kind: 'provide-health-care',
      track: 'body',
      agency: CLINIC,
      urgency: 'urgent',
      ...over,
    });
  const names = ['received', 'decide', 'act', 'finish'] as const;

  it.each([
    ['an injury', { injuryVisible: 'yes' }, []],
    ['self-harm', { selfHarmRisk: 'yes' }, ['self-harm-watch']],
    [
      'sexual violence yesterday',
      { forms: ['sexual'], lastIncidentAt: '2026-11-19' },
      ['prevent-infection', 'prevent-pregnancy'],
    ],
    [
      'sexual violence four days ago',
      { forms: ['sexual'], lastIncidentAt: '2026-11-16' },
      ['prevent-pregnancy'],
    ],
    [
      'a pregnancy',
      { child: { municipality: 'zestaponi', needs: ['pregnancy'] } },
      ['pregnancy-care'],
    ],
  ] as const)('is a task of its own from intake: %s', (_, over, instructions) => {
    const calm = { immediateDanger: 'no', injuryVisible: 'no' } as const;
    const { memory } = routed(aViolenceSubmission({ ...calm, ...(over as object) }));
    const care = memory.taskOf(CLINIC, 'provide-health-care');
    expect(care).toMatchObject({ status: 'requested', track: 'body' });
    expect(care.instructions).toContain('health-care-waits-for-nothing');
    for (const code of instructions) expect(care.instructions).toContain(code);
    const clocks = memory.clocksOf(care);
    expect(clocks.map(({ name }) => name)).toEqual([...names]);
    for (const clock of clocks) expect([clock.guardsChild, clock.startedAt]).toEqual([true, NOW]);
  });

  it('has no prevention of infection when its window has passed', () => {
    const late = aViolenceSubmission({
      immediateDanger: 'no',
      forms: ['sexual'],
      lastIncidentAt: '2026-11-16',
    });
    const { instructions } = routed(late).memory.taskOf(CLINIC, 'provide-health-care');
    expect(instructions).not.toContain('prevent-infection');
  });

  it('is put behind nothing: only a step that does the work, or gives it up, ends a clock of it', () => {
    const both = { owner: true, lead: true };
    for (const status of ['requested', 'received', 'accepted', 'in-progress', 'on-hold'] as const) {
      for (const to of nextSteps(task({ status }), both, edition)) {
        const care = task({ status });
        const clocks = clocksOf(care, names);
        const { kept } = transition({
          task: care,
          clocks,
          ofCase: [],
          request: { to, reason: 'waiting-for-other-agency' },
          by: { sub: 's', agency: CLINIC },
          lead: LEAD,
          at: later({ minutes: 5 }),
          calendar: edition.calendar,
          event: anEventId(),
          sealed: undefined,
        });
        const changed = kept.filter((one): one is Clock => one.what === 'clock');
        for (const clock of changed) {
          const before = clocks.find(({ name }) => name === clock.name);
          expect([clock.dueAt, clock.points]).toEqual([before?.dueAt, before?.points]);
        }
        const ended = changed.filter(({ endedAt }) => endedAt).map(({ name }) => name);
        const WORK = ['completed', 'cancelled'];
        if (!WORK.includes(to)) expect(ended, `${status} → ${to}`).not.toContain('finish');
        if (to === 'on-hold') expect(changed).toEqual([]);
      }
    }
  });
});

const pointsOf = ({ points }: Clock) => points.map(({ at, what, role }) => `${at} ${what} ${role}`);
