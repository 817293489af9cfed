import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callSubject, spokenCall, writtenCall } from '../../../shared/domain/call/text.ts';
import { newReferralId, ReferralId, receiptNumber } from '../../../shared/domain/ids.ts';
import { counting, georgiaAt } from '../../build.ts';

const { number } = georgiaAt().calls.callBack;
const referral = ReferralId.parse('ref_7k3m92qd');
/** A longer number than any the pack's schema lets through does not exist. */
const LONGEST = '+995 32 200 00 00 00';

describe('what a call says', () => {
  it('is the receipt number and where to ring, in both languages', () => {
    expect(writtenCall(referral, '111')).toBe('ER-7K3M-92QD\nდარეკეთ / Call: 111');
    expect(callSubject(referral)).toBe('ER-7K3M-92QD');
  });

  it('is read out sign by sign, by a voice that knows no Georgian letters', () => {
    expect(spokenCall(referral, '+995 32 2')).toBe('E R 7 K 3 M 9 2 Q D. Call: 9 9 5 3 2 2.');
  });

  it('is one text message, which holds 70 signs where letters are Georgian', () => {
    expect(writtenCall(referral, LONGEST).length).toBeLessThanOrEqual(70);
  });

  it('holds nothing else, whatever the referral', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const id = newReferralId(counting(seed));
        const rest = writtenCall(id, number).replace(receiptNumber(id), '').replace(number, '');
        expect(rest).toBe('\nდარეკეთ / Call: ');
      }),
    );
  });
});
