import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../shared/domain/clock/state.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { answer, ask, type Question } from '../../../shared/domain/referral/question.ts';
import type { RoutedReferral } from '../../../shared/domain/referral/referral.ts';
import { returnReferral } from '../../../shared/domain/referral/return.ts';
import {
  aClock,
  anEventId,
  aReferralInProgress,
  georgiaAt,
  LEAD,
  later,
  MUNICIPALITY,
  NOW,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';

const edition = georgiaAt();
const { calendar } = edition;
const referral = aReferralInProgress();
const early = aReferralInProgress({
  kind: 'early-identification',
  case: undefined,
  lead: MUNICIPALITY,
});
const subject = { kind: 'referral' as const, id: referral.id };
const outcome = aClock('outcome-feedback', { subject, urgency: 'high' });
const guarding = aClock('child-seen', { urgency: 'urgent' });

const asking = (over: Partial<Parameters<typeof ask>[0]> = {}) =>
  ask(
    {
      referral,
      earlier: [],
      clocks: [outcome, guarding],
      by: { sub: 's', agency: POLICE },
      at: NOW,
      event: anEventId(),
      sealed: undefined,
      ...over,
    },
    calendar,
  );
const questionIn = ({ kept }: Decision): Question =>
  kept.find((one): one is Question => one.what === 'question') ?? (undefined as never);
const clocksIn = ({ kept }: Decision): Clock[] =>
  kept.filter((one): one is Clock => one.what === 'clock');

const answering = (
  all: readonly Question[],
  number: number,
  over: Partial<Parameters<typeof answer>[0]> = {},
) =>
  answer(
    {
      referral,
      all,
      number,
      clocks: clocksIn(asking()),
      by: { sub: 't', agency: SCHOOL },
      at: later({ hours: 1 }),
      event: anEventId(),
      sealed: undefined,
      ...over,
    },
    calendar,
  );

describe('a question', () => {
  it('is put to the referrer, and lets rest only what may', () => {
    const decision = asking({ answerBy: later({ hours: 2 }) });
    expect(decision.kept[0]).toMatchObject({ what: 'referral', version: 4, status: 'in-progress' });
    expect(questionIn(decision)).toMatchObject({ number: 1, from: POLICE, version: 1 });
    expect(clocksIn(decision).map(({ name }) => name)).toEqual(['outcome-feedback']);
    expect(decision.events).toMatchObject([{ type: 'question.asked', to: [SCHOOL], version: 4 }]);
  });

  it('is refused where all is over, or the answer should have come before', () => {
    const closed = { ...referral, status: 'closed' as const, closedAt: NOW };
    expect(refusalOf(() => asking({ referral: closed })).code).toBe('already-closed');
    expect(refusalOf(() => asking({ answerBy: NOW })).code).toBe('in-the-past');
  });
});

describe('an answer', () => {
  const first = questionIn(asking());
  const second: Question = { ...first, number: 2, from: LEAD };

  it('goes to who asked and to the lead, and lets the clocks go on with the last of them', () => {
    const decision = answering([first], 1);
    expect(questionIn(decision)).toMatchObject({ version: 2, answeredAt: later({ hours: 1 }) });
    expect(clocksIn(decision)).toMatchObject([{ name: 'outcome-feedback' }]);
    expect(clocksIn(decision)[0]?.pause?.since).toBeUndefined();
    expect(decision.events).toMatchObject([{ type: 'question.answered', to: [POLICE, LEAD] }]);
    expect(clocksIn(answering([first, second], 1))).toEqual([]);
    const heard = { ...first, answeredAt: NOW };
    expect(clocksIn(answering([heard, second], 2))).toHaveLength(1);
  });

  it('is given once, to what was asked', () => {
    const heard = { ...first, answeredAt: NOW };
    expect(refusalOf(() => answering([heard], 1)).code).toBe('already-answered');
    expect(refusalOf(() => answering([first], 2)).code).toBe('not-found');
  });
});

describe('a referral sent back', () => {
  const back = (of: RoutedReferral, reason = 'incomplete') =>
    returnReferral(
      {
        referral: of,
        earlier: [],
        clocks: [],
        by: { sub: 's', agency: MUNICIPALITY },
        at: NOW,
        event: anEventId(),
        sealed: undefined,
        reason,
      },
      edition,
    );

  it('is an early identification with a question, and comes back with its answer', () => {
    const decision = back(early);
    const [returned] = decision.kept;
    expect(returned).toMatchObject({ status: 'returned', question: 1, version: 4 });
    expect(decision.events).toMatchObject([{ type: 'referral.returned', to: [SCHOOL] }]);
    const all = [questionIn(decision), { ...questionIn(decision), number: 2 }];
    const at = { referral: returned as RoutedReferral, clocks: [] };
    expect(answering(all, 2, at).kept[0]).toMatchObject({ status: 'returned', version: 5 });
    const [again] = answering(all, 1, at).kept;
    expect(again).toMatchObject({ status: 'in-progress', version: 5 });
    expect(again).not.toHaveProperty('returnedAt');
  });

  it('comes back as it was where nobody had accepted it yet', () => {
    const asked = { ...early, status: 'routed' as const };
    const decision = back(asked);
    const at = { referral: decision.kept[0] as RoutedReferral, clocks: [] };
    expect(answering([questionIn(decision)], 1, at).kept[0]).toMatchObject({ status: 'routed' });
  });

  it('is never a report of violence or a child’s case', () => {
    expect(refusalOf(() => back(referral)).code).toBe('violence-not-returned');
    const inDanger = { ...early, case: referral.case };
    expect(refusalOf(() => back(inDanger)).code).toBe('case-not-returned');
    expect(refusalOf(() => back({ ...early, kind: 'child-in-need' })).code).toBe(
      'case-not-returned',
    );
  });

  it('is sent back once, for a reason of the list, while it is open', () => {
    const returned = back(early).kept[0] as RoutedReferral;
    expect(refusalOf(() => back(returned)).code).toBe('already-returned');
    expect(refusalOf(() => back(early, 'ugly')).code).toBe('unknown-code');
    const closed = { ...early, status: 'closed' as const, closedAt: NOW };
    expect(refusalOf(() => back(closed)).code).toBe('already-closed');
  });
});
