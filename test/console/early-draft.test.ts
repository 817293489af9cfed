import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY, missingIn, submissionOf } from '../../console/early/draft.ts';
import { ReferralSubmission } from '../../shared/domain/referral/submission.ts';

const FORM = {
  id: 'early-identification',
  version: '2026.1',
  indicators: [{ code: 'school-absence' }, { code: 'hunger' }],
};
const READY: Partial<Draft> = {
  answers: { 'school-absence': 'yes' },
  evidence: { 'school-absence': 'ორი კვირაა არ მოსულა' },
  worry: '2',
  consent: 'not-asked',
  consentReason: 'asking-endangers',
};
const written = (part: Partial<Draft> = {}): Draft => ({ ...EMPTY, ...READY, ...part });

describe('the form of early identification', () => {
  it('is one the hub takes; what nobody answered is not known', () => {
    expect(ReferralSubmission.parse(submissionOf(written(), FORM))).toMatchObject({
      kind: 'early-identification',
      instrument: { id: 'early-identification', version: '2026.1' },
      indicators: [
        { code: 'school-absence', answer: 'yes', evidence: 'ორი კვირაა არ მოსულა' },
        { code: 'hunger', answer: 'not-known' },
      ],
      worry: 2,
      consent: { state: 'not-asked', reason: 'asking-endangers' },
    });
  });

  it.each<[Partial<Draft>, string[]]>([
    [{}, []],
    [{ answers: {} }, ['answers']],
    [{ worry: '' }, ['worry']],
    [{ consent: undefined }, ['consent']],
    [{ consentReason: '' }, ['consent']],
    [{ consent: 'given', consentBy: 'დედა' }, ['consent']],
    [{ consent: 'given', consentBy: 'დედა', consentOn: '2026-11-20' }, []],
    [{ consent: 'refused', consentBy: '  ', consentOn: '2026-11-20' }, ['consent']],
  ])('says what is still owed: %j → %j', (part, owed) => {
    expect(missingIn(written(part))).toEqual(owed);
    expect(submissionOf(written(part), FORM) !== undefined).toBe(!owed.includes('consent'));
  });
});
