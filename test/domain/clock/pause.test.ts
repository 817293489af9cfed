import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingTimeBetween } from '../../../shared/domain/calendar/working-time.ts';
import { explain } from '../../../shared/domain/clock/explain.ts';
import { awake, pauseAll, resumeAll, resumedByCap } from '../../../shared/domain/clock/pause.ts';
import { type Clock, endClock, nextMoment, nextPoint } from '../../../shared/domain/clock/state.ts';
import { clockView } from '../../../shared/domain/disclosure/clock-view.ts';
import {
  aClock,
  aPermit,
  aReferralId,
  aReferralInProgress,
  aTaskId,
  georgiaAt,
  instant,
  later,
  NOW,
} from '../../build.ts';

const { calendar } = georgiaAt();
/** Tuesday 24 November 2026, 10:00 in Tbilisi: the first working day after the long weekend. */
const TUESDAY = '2026-11-24T06:00:00.000Z';
const HOUR = 3_600_000;
const civil = (at: string) =>
  instant(at).toZonedDateTimeISO('Asia/Tbilisi').toPlainDateTime().toString();

const ofReferral = (name: 'outcome-feedback' | 'first-feedback' | 'acknowledgement') =>
  aClock(name, { subject: { kind: 'referral', id: aReferralId() }, urgency: 'routine' });
const ofEarly = (name: 'decide' | 'act' | 'finish' | 'received') =>
  aClock(name, {
    subject: { kind: 'task', id: aTaskId() },
    urgency: 'routine',
    startedAt: TUESDAY,
  });
const only = (clocks: readonly Clock[]): Clock => {
  const [first, ...more] = clocks;
  if (!first || more.length > 0) throw new Error(`${clocks.length} clocks, not one`);
  return first;
};
const pause = (clock: Clock, at = TUESDAY) => only(pauseAll([clock], 'question', at, calendar));
const resume = (clock: Clock, at: string) => only(resumeAll([clock], 'question', at, calendar));

describe('what may be paused', () => {
  it('is the answer on the outcome and the work of early identification, and nothing else', () => {
    const { id } = aReferralInProgress();
    const clocks: Clock[] = [
      ofReferral('outcome-feedback'),
      ofEarly('decide'),
      ofEarly('act'),
      ofEarly('finish'),
      // None of these ever.
      ofReferral('first-feedback'),
      ofReferral('acknowledgement'),
      ofEarly('received'),
      aClock('received', { urgency: 'urgent' }),
      aClock('child-seen'),
      aClock('safety-decision'),
      aClock('routing', { subject: { kind: 'referral', id } }),
      // Routine work for a child in danger is no early identification.
      aClock('finish', { urgency: 'routine', case: 'cas_5w9hkd3nrc7xpj8q2mzt' as never }),
    ];
    const rested = pauseAll(clocks, 'question', TUESDAY, calendar).map(({ name }) => name);
    expect(rested).toEqual(['outcome-feedback', 'decide', 'act', 'finish']);
  });

  it('is never a clock that guards a child, whatever is written in it', () => {
    const pausable = { working: false, left: HOUR, because: [] };
    const forged = { ...aClock('child-seen'), pause: pausable };
    expect(pauseAll([forged], 'question', NOW, calendar)).toEqual([]);
    const resting = { ...forged, pause: { ...pausable, since: NOW, until: later({ hours: 1 }) } };
    expect(resumeAll([resting], 'question', NOW, calendar)).toEqual([]);
    expect(resumedByCap(resting, later({ hours: 2 }), calendar)).toBeUndefined();
  });

  it('is nothing that has ended or is overdue', () => {
    const clock = ofEarly('decide');
    expect(pauseAll([endClock(clock, TUESDAY)], 'question', TUESDAY, calendar)).toEqual([]);
    expect(pauseAll([clock], 'question', clock.dueAt, calendar)).toEqual([]);
  });
});

describe('a pause', () => {
  it('stops all points, and moves those to come by the working time it took', () => {
    const clock = ofEarly('decide');
    // Two working days from Tuesday: Wednesday, and Thursday to its end.
    expect(civil(clock.dueAt)).toBe('2026-11-26T18:00:00');
    const resting = pause(clock);
    expect(nextPoint(resting)).toBeUndefined();
    expect(resting.version).toBe(clock.version + 1);
    // Wednesday 10:00, a whole working day later.
    const again = resume(resting, '2026-11-25T06:00:00.000Z');
    expect(civil(again.dueAt)).toBe('2026-11-27T18:00:00');
    expect(nextPoint(again)?.at).toBe(again.points[0]?.at);
    expect(again.points.map(({ what }) => what)).toEqual(clock.points.map(({ what }) => what));
    expect(again.pause?.since).toBeUndefined();
  });

  it('leaves what has been said where it was said', () => {
    const warned = { ...ofEarly('decide'), fired: 1 };
    const again = resume(pause(warned), '2026-11-25T06:00:00.000Z');
    expect(again.points[0]).toEqual(warned.points[0]);
    expect(again.points[1]?.at).not.toBe(warned.points[1]?.at);
  });

  it('over a weekend and a holiday takes no working time', () => {
    const clock = aClock('finish', { urgency: 'routine', startedAt: NOW });
    // From Friday 20:00 to Tuesday 09:00: Monday the 23rd is a holiday.
    const again = resume(pause(clock, '2026-11-20T16:00:00.000Z'), '2026-11-24T05:00:00.000Z');
    expect(again.dueAt).toBe(clock.dueAt);
  });

  it('for two reasons ends with the last of them', () => {
    const clock = ofEarly('act');
    const held = only(pauseAll([pause(clock)], 'on-hold', later({ hours: 1 }, TUESDAY), calendar));
    const answered = resume(held, later({ hours: 2 }, TUESDAY));
    expect(answered.pause?.since).toBe(TUESDAY);
    const at = later({ hours: 3 }, TUESDAY);
    const over = only(resumeAll([answered], 'on-hold', at, calendar));
    expect(over.pause?.since).toBeUndefined();
    expect(over.pause?.left).toBe((clock.pause?.left ?? 0) - 3 * HOUR);
  });

  it('ends by itself when the cap is used up, and there is none after it', () => {
    const clock = ofEarly('decide');
    const resting = pause(clock);
    const until = nextMoment(resting) ?? '';
    // Five working days of nine hours from Tuesday 10:00.
    expect(civil(until)).toBe('2026-12-01T10:00:00');
    expect(resumedByCap(resting, later({ minutes: -1 }, until), calendar)).toBeUndefined();
    const on = resumedByCap(resting, later({ hours: 5 }, until), calendar);
    expect(on?.pause).toEqual({ working: true, left: 0, because: [] });
    expect(civil(on?.dueAt ?? '')).toBe('2026-12-03T18:00:00');
    expect(pauseAll(on ? [on] : [], 'question', until, calendar)).toEqual([]);
  });

  it('is not taken along by another agency', () => {
    const clock = ofEarly('decide');
    const taken = awake(pause(clock));
    expect(nextPoint(taken)).toEqual(clock.points[0]);
    expect(taken.dueAt).toBe(clock.dueAt);
    expect(taken.steps).toEqual(clock.steps);
    expect(awake(clock)).toBe(clock);
  });

  it('is told in both languages, while it is on and afterwards', () => {
    const resting = pause(ofEarly('decide'));
    expect(explain(resting.steps, 'en')).toContain(
      'paused since Tuesday 24 November 10:00 (a question to whoever referred), at most until Tuesday 1 December 10:00',
    );
    expect(explain(resting.steps, 'ka')).toContain('შეკითხვა შეტყობინების ავტორს');
    const again = resume(resting, '2026-11-25T06:00:00.000Z');
    expect(explain(again.steps, 'en')).toMatch(
      /paused from Tuesday 24 November 10:00 to Wednesday 25 November 10:00 .*; due Friday 27 November 18:00$/,
    );
    expect(explain(again.steps, 'en')).not.toContain('at most');
    expect(explain(again.steps, 'ka')).toContain('პაუზა:');
  });

  it('is seen in the clock', () => {
    const resting = pause(ofEarly('act'));
    const referral = aReferralInProgress();
    const permit = aPermit('referrer');
    const view = clockView(resting, 'en', { referral, permit });
    expect(view).toMatchObject({ state: 'paused', pausedSince: TUESDAY });
    const ended = clockView(endClock(resting, TUESDAY), 'en', { referral, permit });
    expect(ended).toMatchObject({ state: 'ended' });
    expect(ended.pausedSince).toBeUndefined();
  });
});

describe('however often a clock is paused', () => {
  const stretch = fc.integer({ min: 0, max: 100 * 60 });
  it('it is never moved beyond its cap, nor before where it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(stretch, stretch), { maxLength: 6 }), (pauses) => {
        const first = ofEarly('finish');
        let clock = first;
        let at = TUESDAY;
        for (const [wait, length] of pauses) {
          at = later({ minutes: wait }, at);
          clock = pauseAll([clock], 'question', at, calendar)[0] ?? clock;
          at = later({ minutes: length }, at);
          clock = resumedByCap(clock, at, calendar) ?? clock;
          clock = resumeAll([clock], 'question', at, calendar)[0] ?? clock;
        }
        const moved = workingTimeBetween(calendar, instant(first.dueAt), instant(clock.dueAt));
        expect(moved).toBeLessThanOrEqual(first.pause?.left ?? 0);
        expect(clock.dueAt >= first.dueAt).toBe(true);
        expect(clock.pause?.left).toBe((first.pause?.left ?? 0) - moved);
      }),
      { numRuns: 60 },
    );
  });
});
