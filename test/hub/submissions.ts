import type * as z from 'zod';
import type { ReferralSubmission } from '../../shared/domain/referral/submission.ts';

type Sent = z.input<typeof ReferralSubmission>;
export type Violence = Extract<Sent, { kind: 'violence' }>;
export type Early = Extract<Sent, { kind: 'early-identification' }>;

/** No more than a violence referral must have: a sentence, a place, a number to call back. */
export const violence = (changes: Partial<Violence> = {}): Violence => ({
  kind: 'violence',
  narrative: 'ბავშვს ხელზე სილურჯე აქვს და სახლში წასვლის ეშინია.',
  child: { municipality: 'zestaponi' },
  reporter: { mode: 'named', phone: '+995 555 12 34 56' },
  ...changes,
});

/** The same where nobody need run: no urgent clock, no clinic. */
export const calmViolence = (changes: Partial<Violence> = {}): Violence =>
  violence({ immediateDanger: 'no', injuryVisible: 'no', ...changes });

/** Every code of the instrument in force. */
export const INDICATORS = [
  ...['school-absence', 'not-enrolled', 'development-delay', 'untreated-illness'],
  ...['hungry-unkempt', 'fearful-withdrawn', 'afraid-to-go-home', 'works', 'cares-for-others'],
  ...['unexplained-injury', 'tells-of-violence', 'self-harm', 'sexualised-signs'],
  ...['harsh-discipline', 'no-supervision', 'alone-now', 'substance-use'],
  ...['carer-mental-health', 'services-avoided', 'carers-changing', 'early-marriage-plan'],
  ...['low-income', 'no-home', 'disability', 'single-parent', 'many-children', 'elderly-care'],
  ...['violence-in-family', 'weapon-threat', 'disaster', 'isolated', 'earlier-reports'],
] as const;

/** A consent grows old: one of a fixed date would have expired some day. */
const LAST_WEEK = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);

type Answers = Readonly<Record<string, 'yes' | 'no' | 'not-known'>>;

/** An early identification in which everything not named is answered with no. */
export const early = (answers: Answers = {}, changes: Partial<Early> = {}): Early => ({
  kind: 'early-identification',
  child: { municipality: 'zestaponi', givenName: 'ლუკა', ageYears: 9 },
  reporter: { mode: 'named', name: 'ლელა', phone: '599 11 22 33' },
  instrument: { id: 'early-identification', version: '2026.1' },
  indicators: INDICATORS.map((code) => ({ code, answer: answers[code] ?? 'no' })),
  worry: 1,
  consent: { state: 'given', by: 'დედა', on: LAST_WEEK, language: 'ka' },
  ...changes,
});
