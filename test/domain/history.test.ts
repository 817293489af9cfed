import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPoint } from '../../shared/domain/clock/state.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { hasEnded } from '../../shared/domain/task/task.ts';
import { anEarlySubmission, answers, aViolenceSubmission, LEAD, later, NOW } from '../build.ts';
import { act, anyMove, finishOne, type Move } from '../history.ts';
import { type Memory, routed } from '../memory.ts';

/** Many histories on a busy machine. */
const MANY_MS = 30_000;

/** What a person would call open, said without the rules of closing. */
function stillOpen(memory: Memory, at: string): boolean {
  const unsettled = memory.tasks.filter(
    (task) =>
      !hasEnded(task) ||
      (task.status !== 'completed' &&
        !task.replacedBy &&
        !task.redirectedFrom &&
        !isWaived(memory, task.track)),
  );
  return (
    unsettled.length > 0 ||
    (memory.case !== undefined && unprotected(memory, at)) ||
    !memory.feedback.some(({ stage }) => stage === 'outcome') ||
    memory.feedback.some(({ acknowledgedAt }) => !acknowledgedAt)
  );
}

/** Nobody saw the child, nobody answers for it now, or a track was neither worked on nor waived. */
function unprotected(memory: Memory, at: string): boolean {
  const last = memory.decisions.at(-1);
  const answered = last?.result === 'seen' && last.reviewBy > at;
  const idle = (['safety', 'justice', 'body', 'mind'] as const).some(
    (track) =>
      !memory.tasks.some((task) => task.track === track && task.status === 'completed') &&
      !isWaived(memory, track),
  );
  return !answered || idle;
}

const isWaived = (memory: Memory, track: string): boolean =>
  memory.waivers.some(
    ({ waives, confirmed }) => confirmed && waives.kind === 'track' && waives.track === track,
  );

const submissions = fc.constantFrom(
  aViolenceSubmission(),
  aViolenceSubmission({ forms: ['sexual'], immediateDanger: 'no' }),
  aViolenceSubmission({
    allegedPerpetrators: [{ relation: 'guardian', employer: 'agency-imereti' }],
  }),
  anEarlySubmission(),
  anEarlySubmission({ indicators: answers(['weapon-threat']) }),
);

function played(memory: Memory, moves: readonly Move[], check: (memory: Memory) => void): void {
  let at = NOW;
  for (const move of moves) {
    at = later({ minutes: move.minutes }, at);
    const open = move.what === 'close' && stillOpen(memory, at);
    try {
      act(memory, move, at);
      if (move.what === 'close') expect(open).toBe(false);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    check(memory);
  }
}

describe('any history of a referral', () => {
  it(
    'never closes while anything is open, and every decision fits the ones before',
    () => {
      fc.assert(
        fc.property(submissions, fc.array(anyMove, { maxLength: 40 }), (submission, moves) => {
          const { memory } = routed(submission);
          played(memory, moves, ({ routed: { status }, case: opened }) => {
            if (opened) expect(opened.status === 'closed').toBe(status === 'closed');
          });
          const { routed: end } = memory;
          if (end.status === 'closed') expect(stillOpen(memory, end.closedAt)).toBe(false);
        }),
        { numRuns: 40 },
      );
    },
    MANY_MS,
  );

  it(
    'leaves no work unwatched: whoever has not finished, or was not replaced, has a clock running',
    () => {
      fc.assert(
        fc.property(submissions, fc.array(anyMove, { maxLength: 30 }), (submission, moves) => {
          const { memory } = routed(submission);
          played(memory, moves, () => {
            for (const task of memory.tasks) {
              const off =
                task.status === 'completed' || task.status === 'cancelled' || task.replacedBy;
              // The desk called by refusals is watched through what the lead still answers for.
              const called = task.about !== undefined;
              // Who only was offered work and refused it owes nothing: whoever offered it answers.
              const declined = task.status === 'rejected' && task.redirectedFrom !== undefined;
              if (off || called || declined || task.role === 'informed') continue;
              const owed = [task, ...(memory.case && task.role === 'lead' ? [memory.case] : [])];
              const running = owed
                .flatMap((of) => memory.clocksOf(of))
                .filter((clock) => !clock.endedAt);
              expect(running.length > 0, `${task.kind} ${task.status}`).toBe(true);
            }
          });
        }),
        { numRuns: 30 },
      );
    },
    MANY_MS,
  );

  it(
    'has each event once, in a place of its own, with versions that count up',
    () => {
      fc.assert(
        fc.property(submissions, fc.array(anyMove, { maxLength: 40 }), (submission, moves) => {
          const { memory } = routed(submission);
          played(memory, moves, () => undefined);
          const ids = memory.events.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const places = memory.events.map(
            ({ subject, clock, version }) => `${subject.id} ${clock} ${version}`,
          );
          expect(new Set(places).size).toBe(places.length);
        }),
        { numRuns: 30 },
      );
    },
    MANY_MS,
  );

  it(
    'can be brought to its end from anywhere by people who do their work',
    () => {
      fc.assert(
        fc.property(submissions, fc.array(anyMove, { maxLength: 15 }), (submission, moves) => {
          const { memory } = routed(submission);
          played(
            memory,
            moves.filter(({ what }) => what !== 'close'),
            () => undefined,
          );
          for (let round = 0; round < 40 && memory.routed.status !== 'closed'; round += 1) {
            finishOne(memory, later({ hours: 5000 + round }));
          }
          expect(memory.routed.status).toBe('closed');
        }),
        { numRuns: 40 },
      );
    },
    MANY_MS,
  );

  it('keeps no point to act on once all is closed but that of other people’s own clocks', () => {
    const { memory } = routed(aViolenceSubmission());
    for (let round = 0; round < 40 && memory.routed.status !== 'closed'; round += 1) {
      finishOne(memory, later({ hours: 1 + round }));
    }
    const places = [memory.routed, ...(memory.case ? [memory.case] : []), ...memory.tasks];
    const pending = places.flatMap((of) => memory.clocksOf(of)).filter((clock) => nextPoint(clock));
    expect(memory.routed.lead).toBe(LEAD);
    expect(pending).toEqual([]);
  });
});
