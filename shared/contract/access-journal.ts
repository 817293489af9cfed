import * as z from 'zod';
import { AgencyId, CaseId, ReferralId } from '../domain/ids.ts';
import { Verb } from '../domain/journal/verbs.ts';
import { Group } from '../domain/referral/group.ts';
import { Instant } from '../domain/time.ts';
import { RuleSaid } from './access.ts';
import { Cursor, Limit, listOf } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One look at a record, or one handing over of what is in it. */
export const AccessLine = z.object({
  at: Instant,
  verb: Verb,
  /** Absent, with the agency, where it would tell who referred. */
  account: z.string().optional(),
  agency: AgencyId.optional(),
  action: z.string(),
  groups: z.array(Group),
  /** Why: the rule in words, with its purpose and legal basis. */
  why: RuleSaid.optional(),
  /** The ticket of an emergency look. */
  ticket: z.string().optional(),
});

const query = { limit: Limit, cursor: Cursor.optional() };
const common = {
  method: 'GET',
  function: 'privacy',
  action: 'access.read',
  query,
  answers: { 200: listOf(AccessLine) },
  refuses: ['not-found', 'query-invalid'],
} as const;

export const caseAccess = endpoint({
  ...common,
  path: '/v1/cases/{caseId}/access',
  operation: 'caseAccess',
  summary: {
    ka: 'ვინ ნახა ამ ბავშვის შემთხვევა: ანგარიში, უწყება, დრო, რა და რატომ',
    en: 'Who looked at this child’s case: account, agency, time, what and why',
  },
  params: { caseId: CaseId },
});

export const referralAccess = endpoint({
  ...common,
  path: '/v1/referrals/{referralId}/access',
  operation: 'referralAccess',
  summary: {
    ka: 'ვინ ნახა ეს შეტყობინება: ანგარიში, უწყება, დრო, რა და რატომ',
    en: 'Who looked at this referral: account, agency, time, what and why',
  },
  params: { referralId: ReferralId },
});
