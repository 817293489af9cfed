import { describe, expect, it } from 'vitest';
import { referralSubject } from '../../../shared/domain/access/subject.ts';
import { eventView } from '../../../shared/domain/disclosure/event-view.ts';
import {
  disclosedFeedback,
  feedbackView,
} from '../../../shared/domain/disclosure/feedback-view.ts';
import { referralView } from '../../../shared/domain/disclosure/referral-view.ts';
import type { AgencyId } from '../../../shared/domain/ids.ts';
import { stageOf } from '../../../shared/domain/referral/feedback.ts';
import type { RoutedReferral } from '../../../shared/domain/referral/referral.ts';
import { may } from '../../../shared/platform/access/may.ts';
import {
  aFeedback,
  agency,
  anEvent,
  aPrincipal,
  aReferralInProgress,
  CLINIC,
  georgiaAt,
  LEAD,
  POLICE,
  SCHOOL,
} from '../../build.ts';

const edition = georgiaAt();
const MESSAGE = 'დედა ვერ იცავს ბავშვს.';
const GENERAL = 'outcome-handled';

const referredBy = (of: AgencyId, over: Parameters<typeof aReferralInProgress>[0] = {}) =>
  aReferralInProgress({ agency: of, submittedBy: `sub-${of}`, ...over });

/** What somebody of an agency reads of a referral and its one feedback. */
function shownTo(reader: AgencyId, referral: RoutedReferral, code: string) {
  const permit = may(aPrincipal(reader), 'referral.read', referralSubject(referral));
  const feedback = [
    { feedback: aFeedback({ code, stage: stageOf(code, edition) }), message: MESSAGE },
  ];
  const shown = { referral, tasks: [], feedback, details: {}, permit, lang: 'en' as const };
  const [first] = referralView(shown, edition).feedback;
  return { code: first?.code.code, message: first?.message };
}

describe('feedback to a referrer', () => {
  it.each([
    [SCHOOL, 'outcome-protected', { code: 'outcome-protected', message: MESSAGE }],
    [SCHOOL, 'outcome-support-declined', { code: GENERAL, message: undefined }],
    [SCHOOL, 'outcome-moved', { code: GENERAL, message: undefined }],
    [SCHOOL, 'acting', { code: 'acting', message: MESSAGE }],
    [POLICE, 'outcome-moved', { code: 'outcome-moved', message: MESSAGE }],
    [CLINIC, 'outcome-plan-agreed', { code: GENERAL, message: undefined }],
    [agency('hotline-111'), 'outcome-protected', { code: GENERAL, message: undefined }],
    [agency('hotline-111'), 'received', { code: 'received', message: undefined }],
    [agency('court-tbilisi'), 'outcome-protected', { code: GENERAL, message: undefined }],
    [agency('closed-long-ago'), 'outcome-protected', { code: GENERAL, message: undefined }],
  ])('of %s tells %s as its kind may know it', (referrer, code, expected) => {
    expect(shownTo(referrer, referredBy(referrer), code)).toEqual(expected);
  });

  it('says in words that details stay with the lead', () => {
    const referral = referredBy(SCHOOL);
    const permit = may(aPrincipal(SCHOOL), 'referral.acknowledge', referralSubject(referral));
    const answered = { feedback: aFeedback({ code: 'outcome-moved' }), message: MESSAGE };
    const disclosed = disclosedFeedback(answered, { referral, permit }, edition);
    expect(feedbackView(disclosed, 'en', edition).code.label).toBe(
      'The matter you referred has been dealt with; details are not disclosed.',
    );
    expect(feedbackView(disclosed, 'ka', edition).code.label).toContain('დეტალები არ მჟღავნდება');
  });

  it.each(['masked', 'anonymous', 'child-self'] as const)(
    'reaches a reporter who is %s just the same',
    (reporterMode) => {
      expect(shownTo(SCHOOL, referredBy(SCHOOL, { reporterMode }), 'outcome-protected')).toEqual({
        code: 'outcome-protected',
        message: MESSAGE,
      });
    },
  );
});

describe('the lead', () => {
  it('reads the whole of what was written', () => {
    expect(shownTo(LEAD, referredBy(SCHOOL), 'outcome-moved')).toEqual({
      code: 'outcome-moved',
      message: MESSAGE,
    });
  });

  it('reads it of its own referral too, whatever its kind may know elsewhere', () => {
    const own = referredBy(CLINIC, { lead: CLINIC });
    expect(shownTo(CLINIC, own, 'outcome-moved').code).toBe('outcome-moved');
  });
});

describe('the timeline', () => {
  const lineFor = (reader: AgencyId, event: Parameters<typeof anEvent>[0]) => {
    const referral = referredBy(SCHOOL);
    const permit = may(aPrincipal(reader), 'referral.read', referralSubject(referral));
    return eventView(anEvent(event), { referral, permit }, 'en', edition).codes;
  };
  const sent = { type: 'feedback.sent' as const, codes: { code: 'outcome-moved', number: '2' } };
  const closed = { type: 'referral.closed' as const, codes: { reason: 'support-declined' } };

  it('tells the referrer no more of the outcome than the feedback does', () => {
    expect(lineFor(SCHOOL, sent)).toEqual({ code: GENERAL, number: '2' });
    expect(lineFor(SCHOOL, closed)).toBeUndefined();
  });

  it('tells the lead all of it', () => {
    expect(lineFor(LEAD, sent)).toEqual(sent.codes);
    expect(lineFor(LEAD, closed)).toEqual(closed.codes);
  });
});
