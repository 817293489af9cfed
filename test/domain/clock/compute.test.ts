import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../shared/domain/calendar/days.ts';
import { computeClock } from '../../../shared/domain/clock/compute.ts';
import { type ClockDefinition, isElapsed } from '../../../shared/domain/clock/definition.ts';
import { explain } from '../../../shared/domain/clock/explain.ts';
import { georgia } from '../../../shared/policy/ge/pack.ts';
import { loadPack } from '../../../shared/policy/load.ts';
import { policy } from '../../../shared/policy/policy.ts';

const edition = policy.at(Temporal.Instant.from('2026-11-20T00:00:00Z'));
const { calendar } = edition;
const DEFINITIONS = loadPack(georgia).pack.clocks.clocks;
const inTbilisi = (civil: string) =>
  Temporal.PlainDateTime.from(civil).toZonedDateTime('Asia/Tbilisi').toInstant();
const local = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Asia/Tbilisi');
const civil = (instant: Temporal.Instant) =>
  local(instant).toPlainDateTime().toString({ smallestUnit: 'minute' });

const FRIDAY_EVENING = inTbilisi('2026-11-20T17:40');
const routine = edition.clock('received', 'routine', 'support-family');
const urgent = edition.clock('received', 'urgent', 'assess-safety');

describe('the Friday evening before a holiday', () => {
  it('is waited out by an early-identification task', () => {
    const clock = computeClock(routine, FRIDAY_EVENING, calendar);
    expect(civil(clock.dueAt)).toBe('2026-11-24T18:00');
    expect(civil(clock.warnAt)).toBe('2026-11-24T16:00');
    expect(clock.ladder.map(({ role, at }) => `${role} ${civil(at)}`)).toEqual([
      'holder 2026-11-24T18:00',
      'supervisor 2026-11-25T18:00',
    ]);
  });

  it('is no rest for a clock that guards a child', () => {
    const clock = computeClock(urgent, FRIDAY_EVENING, calendar);
    expect(civil(clock.dueAt)).toBe('2026-11-20T17:55');
    expect(civil(clock.warnAt)).toBe('2026-11-20T17:50');
    expect(clock.ladder.map(({ role, at }) => `${role} ${civil(at)}`)).toEqual([
      'holder-duty 2026-11-20T17:55',
      'holder-duty 2026-11-20T18:00',
      'holder-deputy 2026-11-20T18:05',
      'lead-duty 2026-11-20T18:10',
      'supervisor 2026-11-20T18:20',
      'national-duty 2026-11-20T18:30',
    ]);
  });

  it('is explained in both languages', () => {
    const { steps } = computeClock(routine, FRIDAY_EVENING, calendar);
    expect(explain(steps, 'en')).toBe(
      'Friday 20 November 17:40 → starts Tuesday 24 November 09:00; Monday 23 November is a holiday ' +
        '(Saint George’s Day); Saturdays and Sundays do not count; 1 working day; due Tuesday 24 November 18:00; ' +
        'unless a system has taken it or somebody has opened it by Tuesday 24 November 12:40, ' +
        'whoever is on duty is told directly',
    );
    expect(explain(steps, 'ka')).toBe(
      'პარასკევი, 20 ნოემბერი 17:40 → ათვლა იწყება: სამშაბათი, 24 ნოემბერი 09:00; ორშაბათი, 23 ნოემბერი ' +
        'უქმე დღეა (გიორგობა); შაბათი და კვირა არ ითვლება; 1 სამუშაო დღე; ვადა: სამშაბათი, 24 ნოემბერი 18:00; ' +
        'თუ სამშაბათი, 24 ნოემბერი 12:40-მდე უწყების სისტემა ამოცანას არ ჩაიბარებს და არავინ გახსნის, ' +
        'მორიგეს პირდაპირ ეცნობება',
    );
  });
});

describe('a child who leaves', () => {
  const leaves = (at: string) => [{ at: inTbilisi(at), because: 'child-leaves' as const }];

  it('shortens the clock', () => {
    const clock = computeClock(urgent, FRIDAY_EVENING, calendar, leaves('2026-11-20T17:45'));
    expect(civil(clock.dueAt)).toBe('2026-11-20T17:45');
    expect(clock.ladder[0] && civil(clock.ladder[0].at)).toBe('2026-11-20T17:45');
    expect(explain(clock.steps, 'en')).toContain('the child leaves Friday 20 November 17:45');
  });

  it('never lengthens it', () => {
    const clock = computeClock(urgent, FRIDAY_EVENING, calendar, leaves('2026-11-20T20:00'));
    expect(civil(clock.dueAt)).toBe('2026-11-20T17:55');
    expect(explain(clock.steps, 'en')).not.toContain('leaves');
  });

  it('who has left already makes it due at once', () => {
    const clock = computeClock(urgent, FRIDAY_EVENING, calendar, leaves('2026-11-20T16:00'));
    expect(civil(clock.dueAt)).toBe('2026-11-20T17:40');
    expect(clock.warnAt.equals(clock.startedAt)).toBe(true);
  });

  it('gives way to the earliest of several ends', () => {
    const school = {
      at: inTbilisi('2026-11-20T17:43'),
      because: 'end-of-next-school-day' as const,
    };
    const ends = [...leaves('2026-11-20T17:50'), school];
    expect(civil(computeClock(urgent, FRIDAY_EVENING, calendar, ends).dueAt)).toBe(
      '2026-11-20T17:43',
    );
  });
});

describe('an elapsed clock', () => {
  it('explains itself in one line', () => {
    const { steps } = computeClock(edition.clock('child-seen'), FRIDAY_EVENING, calendar);
    expect(explain(steps, 'en')).toBe(
      'Friday 20 November 17:40 → starts at once and runs day and night; 24 hours; ' +
        'due Saturday 21 November 17:40',
    );
  });
});

const instants = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2032, 9, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const definitions = fc.constantFrom<ClockDefinition>(...DEFINITIONS);
const notBefore = (a: Temporal.Instant, b: Temporal.Instant) =>
  expect(Temporal.Instant.compare(a, b)).toBeGreaterThanOrEqual(0);

/** Working time is open at its beginning: a deadline may fall on its last instant, not on its first. */
const isInWorkingTime = (instant: Temporal.Instant): boolean => {
  const time = local(instant).toPlainTime();
  return (
    isWorkingDay(calendar, local(instant).toPlainDate()) &&
    Temporal.PlainTime.compare(time, '09:00') >= 0 &&
    Temporal.PlainTime.compare(time, '18:00') <= 0
  );
};

describe('every clock of the pack, whenever it starts', () => {
  it('is never due before its start, warns in between and climbs in order', () => {
    fc.assert(
      fc.property(definitions, instants, (definition, start) => {
        const { dueAt, warnAt, ladder } = computeClock(definition, start, calendar);
        notBefore(dueAt, start);
        notBefore(warnAt, start);
        notBefore(dueAt, warnAt);
        for (const [i, { at }] of ladder.entries()) notBefore(at, ladder[i - 1]?.at ?? dueAt);
      }),
      { numRuns: 400 },
    );
  });

  it('is not due earlier for starting later', () => {
    fc.assert(
      fc.property(definitions, instants, fc.nat(10 * 86_400_000), (definition, start, ms) => {
        const later = start.add({ milliseconds: ms });
        notBefore(
          computeClock(definition, later, calendar).dueAt,
          computeClock(definition, start, calendar).dueAt,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('ends in working time if it counts working time', () => {
    const working = DEFINITIONS.filter(({ length }) => !isElapsed(length));
    fc.assert(
      fc.property(fc.constantFrom(...working), instants, (definition, start) => {
        expect(isInWorkingTime(computeClock(definition, start, calendar).dueAt)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is due exactly its length later if it guards a child', () => {
    const guarding = DEFINITIONS.filter(({ guardsChild }) => guardsChild);
    fc.assert(
      fc.property(fc.constantFrom(...guarding), instants, (definition, start) => {
        const { amount, unit } = definition.length;
        const { dueAt } = computeClock(definition, start, calendar);
        expect(start.until(dueAt).total(unit === 'hours' ? 'hours' : 'minutes')).toBe(amount);
      }),
      { numRuns: 200 },
    );
  });
});
