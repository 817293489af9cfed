import { type ReferralId, receiptNumber } from '../ids.ts';

/**
 * What a text message or a mail says: the receipt number, and where to ring. Nothing of the child or
 * of what happened: a telephone lies on a table where others read it. One message of at most 70
 * signs, the limit for Georgian letters (UCS-2), in both languages.
 */
export const writtenCall = (referral: ReferralId, callBack: string): string =>
  `${receiptNumber(referral)}\nდარეკეთ / Call: ${callBack}`;

/**
 * The same as a voice reads it, sign by sign. In English alone: no machine voice of the provider speaks
 * Georgian, so its flow plays the Georgian words as a recording before and after.
 */
export const spokenCall = (referral: ReferralId, callBack: string): string => {
  const signs = [...receiptNumber(referral).replaceAll('-', '')].join(' ');
  return `${signs}. Call: ${[...callBack.replaceAll(/\D/g, '')].join(' ')}.`;
};

/** "Call" as a contact reads it; a language that is not here gets Georgian and English. */
const CALL_IN: Readonly<Record<string, string>> = {
  ka: 'დარეკეთ',
  en: 'Call',
  az: 'Zəng edin',
  hy: 'Զանգահարեք',
  ru: 'Позвоните',
};

/** A notice to a safe contact: no more than where to ring, and not even what kind of notice it is. */
export function writtenNotice(referral: ReferralId, callBack: string, language: string): string {
  const call = CALL_IN[language];
  return call
    ? `${receiptNumber(referral)}\n${call}: ${callBack}`
    : writtenCall(referral, callBack);
}

/** The subject of a mail: no more than the text. */
export const callSubject = (referral: ReferralId): string => receiptNumber(referral);
