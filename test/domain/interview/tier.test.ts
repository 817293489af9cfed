import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChildFacts, VisitFacts } from '../../../shared/domain/interview/facts.ts';
import { sooner, tierOf } from '../../../shared/domain/interview/tier.ts';
import { georgiaAt, later, NOW } from '../../build.ts';
import { aChild } from './planning.ts';

const edition = georgiaAt();
const tier = (child: Partial<ChildFacts> = {}, visit: VisitFacts = {}) =>
  tierOf(aChild(child), visit, edition);
const LONG_AGO = { at: '2026-09-01', precision: 'day' } as const;

describe('the deadline of the interview', () => {
  it.each<[string, Partial<ChildFacts>, VisitFacts, number, number, string]>([
    ['nothing presses', {}, {}, 3, 504, 'otherwise'],
    ['a young child', { age: 5 }, {}, 2, 336, 'young-child'],
    ['an unknown age', { age: undefined }, {}, 2, 336, 'young-child-unknown'],
    ['a special need', { needs: ['autism'] }, {}, 1, 168, 'special-need'],
    [
      'other violence five days ago',
      { forms: ['physical'], lastIncidentAt: { at: '2026-11-16', precision: 'day' } },
      {},
      1,
      168,
      'recent-event',
    ],
    [
      'other violence at an unknown time',
      { forms: ['physical'], lastIncidentAt: undefined },
      {},
      1,
      168,
      'recent-event-unknown',
    ],
    ['a full account', {}, { fullAccountAt: NOW }, 1, 168, 'full-account'],
    ['an arrest', {}, { arrestedAt: NOW }, 0, 72, 'arrested'],
    ['pressure to retract', {}, { pressureToRetractAt: NOW }, 0, 72, 'pressure-to-retract'],
    [
      'an accused at home',
      { accusedAtHome: { lives: 'yes', saidAt: NOW } },
      {},
      0,
      72,
      'lives-with-accused',
    ],
    [
      'nobody knows who lives there',
      { accusedAtHome: { lives: 'unknown', saidAt: NOW } },
      {},
      0,
      72,
      'lives-with-accused-unknown',
    ],
    [
      'sexual violence two days ago',
      { lastIncidentAt: { at: '2026-11-18T12:00:00Z', precision: 'minute' } },
      {},
      0,
      72,
      'sexual-violence-recent',
    ],
    [
      'sexual violence at an unknown time',
      { lastIncidentAt: undefined },
      {},
      0,
      72,
      'sexual-violence-recent-unknown',
    ],
    [
      'recent violence of an unknown form',
      { forms: [], lastIncidentAt: { at: '2026-11-20', precision: 'day' } },
      {},
      0,
      72,
      'sexual-violence-recent-unknown',
    ],
    [
      'a time known to the week only',
      { lastIncidentAt: { at: '2026-09-01', precision: 'week' } },
      {},
      0,
      72,
      'sexual-violence-recent-unknown',
    ],
  ])('%s', (_, child, visit, expected, hours, reason) => {
    const found = tier(child, visit);
    expect(found).toMatchObject({ tier: expected, dueAt: later({ hours }) });
    expect(found.reasons).toContain(reason);
    expect(found.reasons).toContain('counts-from-first-report');
  });

  it('counts what came up later from when it came up', () => {
    const arrestedAt = later({ hours: 100 });
    const found = tier({}, { arrestedAt });
    expect(found).toMatchObject({ tier: 0, startedAt: arrestedAt, dueAt: later({ hours: 172 }) });
    expect(found.reasons).toEqual(['arrested', 'counts-from-arrested']);
  });

  it('keeps a nearer deadline of a milder tier, and is called by the stricter', () => {
    const found = tier({}, { arrestedAt: later({ hours: 490 }) });
    expect(found).toMatchObject({ tier: 0, dueAt: later({ hours: 504 }) });
    expect(found.reasons).toEqual(['arrested', 'otherwise', 'counts-from-first-report']);
  });

  it('believes a better known date', () => {
    const said: VisitFacts = { lastIncidentAt: LONG_AGO };
    expect(tier({ lastIncidentAt: undefined }, said).tier).toBe(3);
  });

  it('of a further interview counts from when it was asked for', () => {
    expect(tier({ countsFrom: 'opening' }).reasons).toContain('counts-from-opening');
  });
});

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const moment = fc.integer({ min: 0, max: 600 }).map((hours) => later({ hours }));
const children = fc.record({
  age: maybe(fc.integer({ min: 0, max: 17 })),
  forms: fc.subarray(['sexual', 'physical', 'neglect']),
  lastIncidentAt: maybe(
    fc.record({
      at: fc.integer({ min: -600, max: 200 }).map((hours) => later({ hours })),
      precision: fc.constantFrom('minute' as const, 'hour' as const, 'week' as const),
    }),
  ),
  accusedAtHome: fc.record({
    lives: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    saidAt: moment,
  }),
  needs: fc.subarray(['autism', 'wheelchair']),
});
const visits = fc
  .record({
    arrestedAt: maybe(moment),
    pressureToRetractAt: maybe(moment),
    fullAccountAt: maybe(moment),
  })
  .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, at]) => at)) as VisitFacts);

describe('for any case', () => {
  it('a further fact never makes it later, nor the tier milder', () => {
    fc.assert(
      fc.property(children, visits, visits, (child, before, more) => {
        const stands = tier(child, before);
        const now = sooner(stands, tier(child, { ...before, ...more }));
        expect(now.dueAt <= stands.dueAt).toBe(true);
        expect(now.tier <= stands.tier).toBe(true);
        expect(now.reasons.filter((code) => code.startsWith('counts-from-'))).toHaveLength(1);
      }),
    );
  });

  it('not knowing is never later than knowing', () => {
    fc.assert(
      fc.property(children, visits, (child, visit) => {
        const known = tier(child, visit).dueAt;
        const saidAt = NOW;
        const unknowns: Partial<ChildFacts>[] = [
          { age: undefined },
          { lastIncidentAt: undefined },
          { forms: [] },
          { accusedAtHome: { lives: 'unknown', saidAt } },
        ];
        for (const unknown of unknowns) {
          expect(tier({ ...child, ...unknown }, visit).dueAt <= known).toBe(true);
        }
      }),
    );
  });
});
