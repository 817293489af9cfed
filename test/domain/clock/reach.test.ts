import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../shared/domain/clock/explain.ts';
import { fire } from '../../../shared/domain/clock/fire.ts';
import { isReached, passReach, unreachedNow } from '../../../shared/domain/clock/reach.ts';
import { type Clock, endClock, nextPoint } from '../../../shared/domain/clock/state.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { owedMessages } from '../../../shared/domain/journal/messages.ts';
import type { Urgency } from '../../../shared/domain/task/statuses.ts';
import {
  aClock,
  anEventId,
  aReferralId,
  aTask,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
} from '../../build.ts';

const ladder = { lead: LEAD, national: NATIONAL };
const received = (urgency: Urgency, over: object = {}) =>
  aClock('received', {
    urgency,
    holder: POLICE,
    subject: { kind: 'task', id: aTask().id },
    ...over,
  });
const became = (decision: Decision | undefined, clock: Clock): Clock => {
  const [kept] = decision?.kept ?? [];
  return kept?.what === 'clock' ? kept : clock;
};
const fired = (clock: Clock, at: string) => fire(clock, at, ladder, anEventId());
const minutesOf = (clock: Clock, what: string) =>
  clock.points
    .filter((point) => point.what === what)
    .map(({ at }) => (Date.parse(at) - Date.parse(NOW)) / 60_000);
/** What the ladder says from the warning on: of whom, how and when. */
const ladderOf = (clock: Clock) => clock.points.filter(({ what }) => what !== 'reach');

describe('the point at which a task must have reached something of its agency', () => {
  it('comes minutes after urgent work, tens of minutes after what is not, before any warning', () => {
    expect(minutesOf(received('urgent'), 'reach')).toEqual([5]);
    expect(minutesOf(received('high'), 'reach')).toEqual([20]);
    for (const urgency of ['urgent', 'high', 'routine'] as const) {
      const times = received(urgency).points.map(({ at }) => at);
      expect(times).toEqual(times.toSorted());
      expect(received(urgency).points[0]?.what).toBe('reach');
    }
  });

  it('of planned work comes in working time: what arrives on Friday evening, on the next working day', () => {
    const [reach] = received('routine').points;
    expect(reach).toMatchObject({ what: 'reach', by: 'mail', role: 'holder-duty' });
    // Friday 17:40, twenty minutes of the day left; Monday is a holiday: Tuesday at 12:40 in Tbilisi.
    expect(reach?.at).toBe('2026-11-24T08:40:00.000Z');
  });

  it('is only asked of tasks and their receipt', () => {
    for (const name of ['decide', 'act', 'safety-decision', 'routing', 'first-feedback'] as const) {
      expect(minutesOf(aClock(name), 'reach')).toEqual([]);
    }
  });

  it('calls whoever is on duty at the agency, says so, and names no person', () => {
    const clock = received('urgent');
    const [event] = fired(clock, later({ minutes: 5 }))?.events ?? [];
    expect(event).toMatchObject({
      type: 'clock.unreached',
      to: [POLICE],
      call: { agency: POLICE, role: 'holder-duty', by: 'call' },
      codes: { clock: 'received', role: 'holder-duty' },
      by: { sub: 'clock' },
    });
    const owed = owedMessages({ ...event, referral: aReferralId() } as NonNullable<typeof event>);
    expect(owed.map(({ queue }) => queue)).toEqual(['feed', 'calls']);
  });

  it('passes in silence where a system took the task, or somebody opened it; it counts as passed', () => {
    expect(isReached({})).toBe(false);
    expect(isReached({ deliveredAt: NOW })).toBe(true);
    expect(isReached({ fetchedAt: NOW })).toBe(true);
    const clock = received('urgent');
    const { kept, events } = passReach(clock);
    expect(events).toEqual([]);
    expect(kept).toMatchObject([{ fired: 1, version: 2, dueAt: clock.dueAt }]);
    expect(became({ kept, events }, clock).points[0]).toMatchObject({
      what: 'reach',
      silent: true,
    });
    expect(nextPoint(became({ kept, events }, clock))?.what).toBe('warn');
  });

  it('is explained beside the deadline, in both languages', () => {
    const { steps } = received('urgent');
    expect(explain(steps, 'en')).toMatch(
      /due Friday 20 November 17:55; unless a system .* by Friday 20 November 17:45, whoever is on duty/,
    );
    expect(explain(steps, 'ka')).toMatch(/17:45-მდე .* მორიგეს პირდაპირ ეცნობება$/);
  });

  it('leaves the ladder as it is, whatever was delivered or fetched and whenever it is looked at', () => {
    const urgencies = fc.constantFrom<Urgency>('urgent', 'high', 'routine');
    const looks = fc.array(
      fc.record({ minutes: fc.nat(60 * 24 * 6), taken: fc.boolean(), cut: fc.boolean() }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(urgencies, looks, (urgency, seen) => {
        const started = received(urgency);
        const said: string[] = [];
        let clock = started;
        for (const { minutes, taken, cut } of seen.toSorted((a, b) => a.minutes - b.minutes)) {
          const at = later({ minutes });
          if (cut) clock = became(unreachedNow(clock, at, ladder, anEventId()), clock);
          for (let point = nextPoint(clock); point && point.at <= at; point = nextPoint(clock)) {
            const silent = point.what === 'reach' && taken;
            const decision = silent ? passReach(clock) : fired(clock, at);
            clock = became(decision, clock);
            if (point.what !== 'reach') said.push(`${point.what} ${point.role} ${point.at}`);
          }
        }
        const last = later({ minutes: Math.max(...seen.map(({ minutes }) => minutes)) });
        expect(ladderOf(clock)).toEqual(ladderOf(started));
        expect(said).toEqual(
          ladderOf(started)
            .filter(({ at }) => at <= last)
            .map(({ what, role, at }) => `${what} ${role} ${at}`),
        );
        expect([clock.dueAt, clock.endedAt]).toEqual([started.dueAt, undefined]);
        expect(clock.points).toHaveLength(started.points.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('work whose way to the agency is cut', () => {
  const at = later({ minutes: 2 });
  const cut = (clock: Clock) => unreachedNow(clock, at, ladder, anEventId());

  it.each(['urgent', 'high'] as const)(
    'that is %s is called for at once, and only once',
    (urgency) => {
      const clock = received(urgency);
      const decision = cut(clock);
      expect(decision?.events).toMatchObject([
        { type: 'clock.unreached', at, call: { agency: POLICE, role: 'holder-duty', by: 'call' } },
      ]);
      const now = became(decision, clock);
      expect(now).toMatchObject({ fired: 1, version: 2 });
      expect(now.points[0]).toMatchObject({ what: 'reach', at });
      expect(cut(now)).toBeUndefined();
      expect(fired(now, later({ minutes: 9 }))).toBeUndefined();
      expect(ladderOf(now)).toEqual(ladderOf(clock));
    },
  );

  it('that can wait, that a person received, or that was looked after already is left alone', () => {
    expect(cut(received('routine'))).toBeUndefined();
    expect(cut(endClock(received('urgent'), NOW))).toBeUndefined();
    expect(cut(became(passReach(received('urgent')), received('urgent')))).toBeUndefined();
    expect(cut(aClock('decide', { urgency: 'urgent' }))).toBeUndefined();
  });

  it('found late, the point keeps its own time', () => {
    const clock = received('urgent');
    const late = unreachedNow(clock, later({ hours: 3 }), ladder, anEventId());
    expect(became(late, clock).points).toEqual(clock.points);
  });
});
