import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callSubject,
  mailedCall,
  spokenCall,
  writtenCall,
  writtenNotice,
} from '../../../shared/domain/call/text.ts';
import { newReferralId, ReferralId, receiptNumber } from '../../../shared/domain/ids.ts';
import { counting, georgiaAt } from '../../build.ts';

const { number } = georgiaAt().calls.callBack;
const referral = ReferralId.parse('ref_7k3m92qd');
/** A longer number than any the pack's schema lets through does not exist. */
const LONGEST = '+995 32 200 00 00 00';

const HUB = 'https://ertad.ge/';

describe('what a call says', () => {
  it('is the receipt number, where to ring and where to go on, in both languages', () => {
    const said = 'ER-7K3M-92QD\nდარეკეთ / Call: 111\nhttps://ertad.ge/r/ER-7K3M-92QD';
    expect(writtenCall(referral, '111', HUB)).toBe(said);
    expect(mailedCall(referral, '111', HUB)).toBe(said);
    expect(callSubject(referral)).toBe('ER-7K3M-92QD');
  });

  it('is read out sign by sign, by a voice that knows no Georgian letters', () => {
    expect(spokenCall(referral, '+995 32 2')).toBe('E R 7 K 3 M 9 2 Q D. Call: 9 9 5 3 2 2.');
  });

  it.each([
    ['the pack’s number', '111', HUB, true],
    ['the longest number', LONGEST, HUB, false],
    ['a hub of its own name', '111', 'https://hub.ertad.gov.ge/', false],
    ['the local hub', '111', 'http://localhost:46000/', true],
  ])('is one text message, with the link as long as it holds it: %s', (_, ring, hub, linked) => {
    const text = writtenCall(referral, ring, hub);
    expect(text.length).toBeLessThanOrEqual(70);
    expect(text.includes(hub)).toBe(linked);
    expect(text).toContain(`ER-7K3M-92QD\nდარეკეთ / Call: ${ring}`);
    expect(mailedCall(referral, ring, hub)).toContain(`${hub}r/ER-7K3M-92QD`);
  });

  it('holds nothing else, whatever the referral', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const id = newReferralId(counting(seed));
        const text = writtenCall(id, number, HUB).replaceAll(receiptNumber(id), '');
        expect(text.replace(number, '')).toBe(`\nდარეკეთ / Call: \n${HUB}r/`);
      }),
    );
  });

  it('to a safe contact has no link: not even what kind of notice it is can be seen', () => {
    for (const language of ['ka', 'en', 'ru', 'xx'])
      expect(writtenNotice(referral, '111', language)).not.toContain('http');
  });
});
