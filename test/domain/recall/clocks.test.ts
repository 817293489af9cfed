import { describe, expect, it } from 'vitest';
import { fire } from '../../../shared/domain/clock/fire.ts';
import { startClock } from '../../../shared/domain/clock/start.ts';
import type { Clock } from '../../../shared/domain/clock/state.ts';
import { shutStanding } from '../../../shared/domain/family/shut-out.ts';
import { recallClockName, recallNumberOf } from '../../../shared/domain/recall/clock.ts';
import { close } from '../../../shared/domain/referral/close.ts';
import { withdraw } from '../../../shared/domain/referral/withdraw.ts';
import { takeUp } from '../../../shared/domain/task/take-up.ts';
import {
  aCase,
  aFeedback,
  agency,
  anEventId,
  aReferralInProgress,
  aSealed,
  aTask,
  georgiaAt,
  LEAD,
  later,
  MUNICIPALITY,
  NATIONAL,
  NOW,
  POLICE,
  SCHOOL,
} from '../../build.ts';

const edition = georgiaAt();
const OTHER = agency('agency-guria');
const by = { sub: 's', agency: LEAD };

const recallClock = (
  referral: Clock['referral'],
  holder: Clock['holder'],
  urgency: Clock['urgency'] = 'high',
): Clock => ({
  ...startClock(
    {
      ...{
        name: 'recall-confirmed',
        subject: { kind: 'referral', id: referral },
        holder,
        referral,
      },
      ...{ file: undefined, case: undefined, urgency, startedAt: NOW },
    },
    edition,
  ),
  name: recallClockName(1, 0),
});

describe('the clock of a recall', () => {
  it('carries the number of its recall', () => {
    expect(recallClockName(12, 0)).toBe('recall-confirmed-12-1');
    expect(recallNumberOf({ name: recallClockName(12, 0) })).toBe(12);
  });

  it.each(['urgent', 'high', 'routine'] as const)(
    'that is %s calls people, the national desk last, and never ends by itself',
    (urgency) => {
      const referral = aReferralInProgress();
      let clock = recallClock(referral.id, POLICE, urgency);
      const called: string[] = [];
      for (;;) {
        const at = later({ hours: 24 * 60 });
        const decision = fire(clock, at, { lead: LEAD, national: NATIONAL }, anEventId());
        const [fired] = decision?.kept ?? [];
        if (fired?.what !== 'clock') break;
        clock = fired;
        const [event] = decision?.events ?? [];
        called.push(`${event?.codes?.role} ${event?.to[0]} ${event?.call?.by ?? 'feed'}`);
      }
      expect(clock.endedAt).toBeUndefined();
      expect(called).toHaveLength(clock.points.length);
      expect(called[0]).toBe(`holder ${POLICE} feed`);
      expect(called.at(-1)).toMatch(new RegExp(`^national-duty ${NATIONAL} (sms|call)$`));
      expect(called.some((one) => one.startsWith(`holder-duty ${POLICE} sms`))).toBe(true);
    },
  );
});

describe('nothing but its answer ends it or passes it on:', () => {
  it('not the closing of the referral and its case', () => {
    const referral = aReferralInProgress({ kind: 'early-identification', case: undefined });
    const clock = recallClock(referral.id, POLICE);
    const { kept } = close(
      {
        ...{ referral, standing: undefined, tasks: [aTask({ status: 'completed' })] },
        feedback: [aFeedback({ stage: 'outcome', code: 'outcome-handled', acknowledgedAt: NOW })],
        ...{ clocks: [clock], reason: 'help-given', by, at: NOW, newEvent: anEventId },
      },
      edition,
    );
    expect(kept.map(({ what }) => what)).toEqual(['referral']);
  });

  it('not a withdrawal', () => {
    const referral = aReferralInProgress({ kind: 'early-identification', case: undefined });
    const clock = recallClock(referral.id, POLICE);
    const { kept } = withdraw(
      {
        ...{ referral, tasks: [], clocks: [clock], reason: 'sent-in-error', at: NOW },
        ...{ by: { sub: 't', agency: SCHOOL }, newEvent: anEventId, sealed: aSealed() },
        ...{ told: [], recalls: [] },
      },
      edition,
    );
    expect(kept.map(({ what }) => what)).toEqual(['referral']);
  });

  it('not a new lead: whoever was told answers', () => {
    const opened = aCase({ lead: LEAD });
    const referral = aReferralInProgress({ case: opened.id, lead: LEAD });
    const own = recallClock(referral.id, LEAD);
    const { kept } = takeUp({
      ...{ task: aTask({ status: 'accepted', agency: OTHER, role: 'lead' }), chain: [] },
      ...{ case: opened, ofCase: [], ofReferral: [own], sealed: undefined, referral },
      ...{ by: { sub: 's', agency: OTHER }, at: NOW, newEvent: anEventId },
    });
    expect(kept.filter(({ what }) => what === 'clock')).toEqual([]);
  });

  it('not the shutting out of the lead', () => {
    const opened = aCase({ lead: LEAD });
    const referral = aReferralInProgress({ case: opened.id, lead: LEAD });
    const own = recallClock(referral.id, LEAD);
    const standing = { cases: [opened], referrals: [referral], clocks: [own] };
    const shut = { excluded: [LEAD], conflicted: [] };
    expect(shutStanding(standing, shut, edition).clocks).toEqual([own]);
    expect(shutStanding(standing, shut, edition).cases[0]?.lead).not.toBe(LEAD);
  });
});

describe('withdrawing an early identification', () => {
  const referral = aReferralInProgress({
    kind: 'early-identification',
    case: undefined,
    lead: MUNICIPALITY,
  });
  const told = [
    { agency: SCHOOL, toldSince: NOW, toldBy: ['read'] as const, shown: [] },
    { agency: MUNICIPALITY, toldSince: NOW, toldBy: ['asked'] as const, shown: [] },
  ];
  const withdrawing = (reason: string, who = told) =>
    withdraw(
      {
        ...{ referral, tasks: [], clocks: [], reason, at: NOW, told: who, recalls: [] },
        ...{ by: { sub: 't', agency: SCHOOL }, newEvent: anEventId, sealed: aSealed() },
      },
      edition,
    );

  it.each(['consent-withdrawn', 'family-asked'])('for %s takes back what was shared', (reason) => {
    const { kept, events } = withdrawing(reason);
    expect(kept).toMatchObject([
      { what: 'referral', status: 'withdrawn', openRecalls: 1 },
      {
        ...{ what: 'recall', kind: 'consent-withdrawn', reason: 'family-withdrew', from: SCHOOL },
        recipients: [{ agency: MUNICIPALITY, status: 'open' }],
      },
      { what: 'clock', name: 'recall-confirmed-1-1', holder: MUNICIPALITY },
    ]);
    expect(events.map(({ type, to }) => [type, to])).toEqual([
      ['referral.withdrawn', [MUNICIPALITY]],
      ['recall.made', [MUNICIPALITY]],
    ]);
  });

  it('for another reason, or before anybody was told, takes nothing back', () => {
    for (const { kept } of [withdrawing('sent-in-error'), withdrawing('family-asked', [])]) {
      expect(kept.map(({ what }) => what)).toEqual(['referral']);
    }
  });
});
