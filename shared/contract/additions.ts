import * as z from 'zod';
import { AgencyId, ReferralId } from '../domain/ids.ts';
import { AdditionSubmission } from '../domain/referral/addition-submission.ts';
import { Instant } from '../domain/time.ts';
import { Links, ProtectedAddress } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { referralId: ReferralId };
const sent = AdditionSubmission.shape;
const child = sent.child.unwrap().shape;

export const AdditionReceipt = z.object({
  referral: ReferralId,
  receiptNumber: z.string(),
  number: z.int(),
  at: Instant,
  /** The violence referral that news of a family has become. */
  became: z.object({ id: ReferralId, receiptNumber: z.string() }).optional(),
  links: Links,
});

/** News as one caller may read it: what was not stated, or is not open to the caller, is absent. */
export const AdditionView = z.object({
  number: z.int(),
  at: Instant,
  channel: z.enum(['form', 'phone', 'system']),
  from: AgencyId.optional(),
  became: ReferralId.optional(),
  stated: z
    .object({
      identity: z
        .object({
          givenName: child.givenName,
          familyName: child.familyName,
          personalNumber: child.personalNumber,
          birthDate: child.birthDate,
          ageYears: child.ageYears,
        })
        .partial(),
      whereabouts: z
        .object({ municipality: child.municipality, whereabouts: child.whereabouts })
        .partial(),
      concern: z
        .object({
          forms: sent.forms,
          immediateDanger: sent.immediateDanger,
          lastIncidentAt: sent.lastIncidentAt,
          allegedPerpetrators: sent.allegedPerpetrators,
          toldBefore: sent.toldBefore,
        })
        .partial(),
      narrative: z.object({ narrative: z.string(), narrativeLanguage: z.string() }).partial(),
      'childs-own-words': z.object({ childsOwnWords: sent.childsOwnWords }).partial(),
      reporter: z.object({ reporter: sent.reporter }).partial(),
      medical: z
        .object({
          injuryVisible: sent.injuryVisible,
          selfHarmRisk: sent.selfHarmRisk,
          needs: child.needs,
        })
        .partial(),
      family: z.object({ relatedChildren: sent.relatedChildren }).partial(),
    })
    .partial(),
});

export const addNews = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/additions',
  operation: 'addNews',
  function: 'referrals',
  action: 'addition.make',
  summary: {
    ka: 'ახალი ცნობის დამატება შეტყობინებაზე',
    en: 'Add news to a referral',
  },
  params,
  body: AdditionSubmission,
  idempotent: true,
  answers: { 201: AdditionReceipt },
  refuses: [
    'not-found',
    'unknown-code',
    'unknown-municipality',
    'in-the-future',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const listAdditions = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/additions',
  operation: 'listAdditions',
  function: 'referrals',
  action: 'addition.read',
  summary: { ka: 'რა დაემატა შეტყობინებას', en: 'What was added to a referral' },
  params,
  answers: {
    200: z.object({
      items: z.array(AdditionView),
      protectedAddress: ProtectedAddress.optional(),
    }),
  },
  refuses: ['not-found'],
});
