import { type ReferralId, receiptNumber } from '../ids.ts';

/** One text message holds so many signs where letters are Georgian (UCS-2). */
const MESSAGE_MOST = 70;

const numbers = (referral: ReferralId, callBack: string): string =>
  `${receiptNumber(referral)}\nდარეკეთ / Call: ${callBack}`;

/** The page of a receipt number. It says nothing but where to go on, whoever opens it. */
const linkTo = (referral: ReferralId, hubUrl: string): string =>
  `${hubUrl}r/${receiptNumber(referral)}`;

/**
 * What a text message says: the receipt number, where to ring, and the link where one message still
 * holds it. Nothing of the child or of what happened: a telephone lies on a table where others read
 * it. One message, in both languages.
 */
export function writtenCall(referral: ReferralId, callBack: string, hubUrl: string): string {
  const text = numbers(referral, callBack);
  const linked = `${text}\n${linkTo(referral, hubUrl)}`;
  return linked.length <= MESSAGE_MOST ? linked : text;
}

/** The same by mail, where a link of any length fits. */
export const mailedCall = (referral: ReferralId, callBack: string, hubUrl: string): string =>
  `${numbers(referral, callBack)}\n${linkTo(referral, hubUrl)}`;

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
  return call ? `${receiptNumber(referral)}\n${call}: ${callBack}` : numbers(referral, callBack);
}

/** The subject of a mail: no more than the text. */
export const callSubject = (referral: ReferralId): string => receiptNumber(referral);
