import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClockView } from '../../../shared/contract/common.ts';
import { fire } from '../../../shared/domain/clock/fire.ts';
import { type Clock, endClock, nextPoint } from '../../../shared/domain/clock/state.ts';
import { clockView } from '../../../shared/domain/disclosure/clock-view.ts';
import {
  aClock,
  anEventId,
  aPermit,
  aReferralInProgress,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
} from '../../build.ts';

const ladder = { lead: LEAD, national: NATIONAL };
const fired = (clock: Clock, at: string, to = ladder as Parameters<typeof fire>[2]) =>
  fire(clock, at, to, anEventId());
const climbed = (clock: Clock, at: string): Clock => {
  const [kept] = fired(clock, at)?.kept ?? [];
  return kept?.what === 'clock' ? kept : clock;
};
/** Acts on every point that has passed, as the minute does. */
const allFired = (clock: Clock, at: string): Clock => {
  const next = climbed(clock, at);
  return next === clock ? clock : allFired(next, at);
};
const clock = aClock('received', { urgency: 'urgent', holder: POLICE });

describe('a clock', () => {
  it('keeps silent until its first point, to the millisecond', () => {
    const [reach] = clock.points;
    const justBefore = later({ milliseconds: -1 }, reach?.at);
    expect(fired(clock, justBefore)).toBeUndefined();
    expect(fired(clock, reach?.at ?? '')?.events).toMatchObject([{ type: 'clock.unreached' }]);
  });

  it('speaks once a point, each in its turn, even after an outage', () => {
    const spoken: string[] = [];
    let current = clock;
    const late = later({ hours: 72 });
    for (let decision = fired(current, late); decision; decision = fired(current, late)) {
      spoken.push(...decision.events.map(({ type, codes, to }) => `${type} ${codes?.role} ${to}`));
      current = climbed(current, late);
    }
    expect(spoken).toEqual([
      `clock.unreached holder-duty ${POLICE}`,
      `clock.warned holder ${POLICE}`,
      `clock.overdue holder-duty ${POLICE}`,
      `clock.escalated holder-duty ${POLICE}`,
      `clock.escalated holder-deputy ${POLICE}`,
      `clock.escalated lead-duty ${LEAD}`,
      `clock.escalated supervisor ${POLICE}`,
      `clock.escalated national-duty ${NATIONAL}`,
    ]);
    expect(nextPoint(current)).toBeUndefined();
  });

  it('calls the holder where nobody leads yet', () => {
    const decision = fire(
      { ...clock, fired: 5 },
      later({ hours: 24 }),
      { lead: undefined, national: NATIONAL },
      anEventId(),
    );
    expect(decision?.events).toMatchObject([{ to: [POLICE], codes: { role: 'lead-duty' } }]);
  });

  it('calls a person directly at each step that the pack wants so, beside the feed', () => {
    const calls: unknown[] = [];
    let current = clock;
    for (const { at } of clock.points) {
      calls.push(fired(current, at)?.events[0]?.call);
      current = climbed(current, at);
    }
    expect(calls).toEqual([
      { agency: POLICE, role: 'holder-duty', by: 'call' },
      undefined,
      { agency: POLICE, role: 'holder-duty', by: 'sms' },
      { agency: POLICE, role: 'holder-duty', by: 'call' },
      { agency: POLICE, role: 'holder-deputy', by: 'call' },
      { agency: LEAD, role: 'lead-duty', by: 'call' },
      { agency: POLICE, role: 'supervisor', by: 'call' },
      { agency: NATIONAL, role: 'national-duty', by: 'call' },
    ]);
    const minutes = clock.points.map(({ at }) => (Date.parse(at) - Date.parse(NOW)) / 60_000);
    expect(minutes).toEqual([5, 10, 15, 20, 25, 30, 40, 50]);
  });

  it('of planned work calls nobody: its steps stand in the feeds', () => {
    const planned = aClock('act', { urgency: 'routine' });
    expect(fired(planned, planned.dueAt)?.events[0]).not.toHaveProperty('call');
  });

  it('says in each event how late it is, of which item, and of no person', () => {
    const decision = fired(clock, clock.dueAt);
    expect(decision?.events[0]).toMatchObject({
      subject: clock.subject,
      clock: 'received',
      deadline: clock.dueAt,
      by: { sub: 'clock' },
      version: 2,
    });
  });

  it('is written over exactly the version that was read: a second firing finds another', () => {
    const [one, two] = [fired(clock, clock.dueAt), fired(clock, clock.dueAt)];
    expect(one?.kept).toEqual(two?.kept);
    expect(one?.kept[0]?.version).toBe(clock.version + 1);
  });

  it('that has ended has no next point and never speaks again', () => {
    const ended = endClock(clock, NOW);
    expect(nextPoint(ended)).toBeUndefined();
    expect(fired(ended, later({ hours: 9000 }))).toBeUndefined();
    expect(ended).toMatchObject({ version: 2, endedAt: NOW });
  });

  it('at any time has spoken for exactly the points that have passed, however it was looked at', () => {
    const names = fc.constantFrom(
      'received',
      'decide',
      'act',
      'outcome-feedback',
      'acknowledgement' as const,
    );
    const looks = fc.array(fc.nat(60 * 24 * 60), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(names, looks, (name, minutes) => {
        const times = minutes.toSorted((a, b) => a - b).map((m) => later({ minutes: m }));
        const started = aClock(name);
        const looked = times.reduce(allFired, started);
        const passed = started.points.filter(({ at }) => at <= (times.at(-1) ?? '')).length;
        expect(looked.fired).toBe(passed);
        expect(looked.version).toBe(1 + passed);
        expect(looked.points).toEqual(started.points);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['running', 0, undefined],
    ['running', 1, undefined],
    ['warned', 2, undefined],
    ['overdue', 3, undefined],
    ['overdue', 6, undefined],
    ['ended', 6, NOW],
  ] as const)('is shown as %s after %i points', (state, points, endedAt) => {
    const read = { referral: aReferralInProgress(), permit: aPermit('lead') };
    const view = clockView({ ...clock, fired: points, endedAt }, 'en', read);
    expect(ClockView.parse(view)).toMatchObject({ state, dueAt: clock.dueAt });
    expect(view.because).toMatch(/15 minutes; due Friday 20 November 17:55/);
  });
});
