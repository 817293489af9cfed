import * as z from 'zod';
import { ReferralId } from '../domain/ids.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { referralId: ReferralId };
const numbered = { ...params, number: z.coerce.number().int().min(1).max(9999) };

/** What whoever referred states of a referral that nobody takes back. */
export const StatementView = z.object({
  number: z.int(),
  kind: Labelled,
  at: Instant,
  text: z.string().optional(),
  considered: z.array(z.object({ at: Instant, note: z.string().optional() })),
});

export const makeStatement = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/statements',
  operation: 'makeStatement',
  function: 'referrals',
  action: 'statement.make',
  summary: {
    ka: 'განცხადება შეტყობინებაზე: შეცდომა, სხვა ბავშვი, ზეწოლა',
    en: 'State that a referral was a mistake, names the wrong child, or that one is put under pressure',
  },
  params,
  body: z.strictObject({ kind: Code, text: Note }),
  idempotent: true,
  answers: { 201: StatementView },
  refuses: [
    'not-found',
    'not-routed-yet',
    'unknown-code',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const listStatements = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/statements',
  operation: 'listStatements',
  function: 'referrals',
  action: 'statement.read',
  summary: { ka: 'შეტყობინების ავტორის განცხადებები', en: 'What whoever referred has stated' },
  params,
  answers: { 200: z.object({ items: z.array(StatementView) }) },
  refuses: ['not-found'],
});

export const considerStatement = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/statements/{number}/considerations',
  operation: 'considerStatement',
  function: 'referrals',
  action: 'statement.consider',
  summary: {
    ka: 'განცხადების განხილვა: ორი სხვადასხვა ადამიანი',
    en: 'Consider a statement: two different people do',
  },
  params: numbered,
  body: z.strictObject({ note: Note }),
  idempotent: true,
  answers: { 201: StatementView },
  refuses: [
    'not-found',
    'person-needed',
    'own-statement',
    'considered-already',
    'still-running',
    'idempotency-key-reused',
  ],
});
