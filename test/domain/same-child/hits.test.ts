import { describe, expect, it } from 'vitest';
import { hitsOf, keptUntil, repeatFacts } from '../../../shared/domain/same-child/hits.ts';
import { agency, aReferralId, georgiaAt, later, NOW, SCHOOL } from '../../build.ts';

const { sameChild } = georgiaAt();
const own = { referral: aReferralId(), agency: SCHOOL, submittedAt: NOW };
const seen = (days: number, by = SCHOOL) => ({
  referral: aReferralId(),
  agency: by,
  submittedAt: later({ seconds: Math.round(-86_400 * days) }),
});

describe('earlier reports', () => {
  it('count for 365 days to the very instant, newest first and each once', () => {
    const [last, old, gone] = [seen(1), seen(365), seen(365.001)];
    expect(hitsOf([gone, old, last, old], own, sameChild)).toEqual([last, old]);
  });

  it('are never the report itself', () => {
    expect(hitsOf([{ ...seen(0), referral: own.referral }], own, sameChild)).toEqual([]);
  });

  it('include one that was sent later and routed earlier', () => {
    const quick = seen(-0.1);
    expect(hitsOf([quick], own, sameChild)).toEqual([quick]);
  });

  it('are kept longer than they are compared', () => {
    expect(keptUntil(NOW, sameChild) > later({ hours: 24 * sameChild.lookBackDays })).toBe(true);
  });
});

describe('what they mean for routing', () => {
  it('is how many came within 90 days, and how many agencies have reported', () => {
    const clinic = agency('clinic-kutaisi');
    const hits = [seen(1), seen(90), seen(91), seen(200, clinic)];
    expect(repeatFacts(hits, own, sameChild)).toEqual({ repeatReports: 2, reportedByAgencies: 2 });
    expect(repeatFacts([], own, sameChild)).toEqual({ repeatReports: 0, reportedByAgencies: 1 });
  });
});
