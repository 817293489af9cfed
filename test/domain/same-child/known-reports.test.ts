import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../shared/domain/same-child/hits.ts';
import {
  type KnownReports,
  NONE_KNOWN,
  withReport,
} from '../../../shared/domain/same-child/known-reports.ts';
import { agency, aReferralId, georgiaAt, later, SCHOOL } from '../../build.ts';

const { sameChild: pack } = georgiaAt();
const CLINIC = agency('clinic-kutaisi');
const seen = (minutes: number, by = SCHOOL): Sighting => ({
  referral: aReferralId(),
  agency: by,
  submittedAt: later({ minutes }),
});
const known = (all: readonly Sighting[]): KnownReports =>
  all.reduce((before, own) => withReport(before, own, pack), NONE_KNOWN);

describe('the reports known of one child', () => {
  it('all stand there as long as they are no more than the pack says', () => {
    const all = Array.from({ length: pack.comparedMost }, (_, minute) => seen(minute));
    expect(known(all)).toEqual({ reports: all, more: 0 });
  });

  it('are bounded however many come, and what is left out is counted', () => {
    const all = Array.from({ length: 300 }, (_, minute) => seen(minute));
    const { reports, more } = known(all);
    expect(reports).toHaveLength(pack.comparedMost);
    expect(more).toBe(300 - pack.comparedMost);
  });

  it('keep the first ones and the newest: a flood hides nothing that was known before it', () => {
    const first = Array.from({ length: pack.comparedMost / 2 }, (_, minute) => seen(minute));
    const flood = Array.from({ length: 200 }, (_, minute) => seen(100 + minute));
    const { reports } = known([...first, ...flood]);
    expect(reports).toEqual(expect.arrayContaining(first));
    expect(reports.at(-1)).toEqual(flood.at(-1));
  });

  it('keep a report of each agency, for a second one raises the urgency', () => {
    const flood = (from: number) => Array.from({ length: 100 }, (_, i) => seen(from + i));
    const clinic = seen(150, CLINIC);
    const { reports } = known([...flood(0), clinic, ...flood(200)]);
    expect(reports).toContainEqual(clinic);
  });

  it('are forgotten with their time, also those that were left out', () => {
    const flood = Array.from({ length: 100 }, (_, minute) => seen(minute));
    const days = pack.lookBackDays + pack.keptBeyondDays + 1;
    const late = seen(days * 24 * 60);
    expect(withReport(known(flood), late, pack)).toEqual({ reports: [late], more: 0 });
  });

  it('are all of them known or counted, in whatever order and by whomever they come', () => {
    const one = fc.record({ minute: fc.nat(10_000), clinic: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 80 }), (given) => {
        const all = given.map(({ minute, clinic }) => seen(minute, clinic ? CLINIC : SCHOOL));
        const { reports, more } = known(all);
        expect(reports.length + more).toBe(all.length);
        expect(reports.length).toBeLessThanOrEqual(pack.comparedMost);
        expect(new Set(reports.map((sighting) => sighting.agency))).toEqual(
          new Set(all.map((sighting) => sighting.agency)),
        );
      }),
    );
  });
});
