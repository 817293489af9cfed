import * as z from 'zod';
import { recordActions } from '../domain/access/actions.ts';
import { AgencyId, CaseId, InterviewId, ReferralId, TaskId } from '../domain/ids.ts';
import { Group } from '../domain/referral/group.ts';
import { Labelled } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A rule of access in words, with what it serves and the law behind it. */
export const RuleSaid = z.object({
  rule: z.string(),
  says: z.string(),
  purpose: Labelled,
  basis: z.array(Labelled),
});

export const AccessExplained = z.object({
  account: z.string(),
  agency: AgencyId,
  action: z.enum(recordActions),
  record: z.string(),
  decision: z.enum(['allow', 'allow-limited', 'deny']),
  rules: z.array(RuleSaid),
  relations: z.array(Labelled),
  groups: z.array(z.object({ group: Group, open: z.boolean(), closedBy: RuleSaid.optional() })),
});

/** A record by its id alone: the prefix says what it is. */
const RecordId = z.union([
  ReferralId.transform((id) => ({ kind: 'referral' as const, id })),
  CaseId.transform((id) => ({ kind: 'case' as const, id })),
  TaskId.transform((id) => ({ kind: 'task' as const, id })),
  InterviewId.transform((id) => ({ kind: 'interview' as const, id })),
]);

export const explainAccess = endpoint({
  method: 'GET',
  path: '/v1/access/explain',
  operation: 'explainAccess',
  function: 'oversight',
  action: 'access.explain',
  summary: {
    ka: 'რატომ შეუძლია ან არ შეუძლია ანგარიშს ეს მოქმედება ამ ჩანაწერზე: საკუთარზე — ყველას, სხვისაზე — ზედამხედველობას',
    en: 'Why an account may or may not do this with this record: of oneself for everybody, of others for oversight',
  },
  query: {
    record: RecordId,
    action: z.enum(recordActions),
    account: z.string().min(1).max(128).optional(),
  },
  answers: { 200: AccessExplained },
  refuses: ['not-found', 'query-invalid'],
});

export const openActions = endpoint({
  method: 'GET',
  path: '/v1/access/actions',
  operation: 'openActions',
  function: 'oversight',
  action: 'access.explain',
  summary: {
    ka: 'რა შემიძლია ამ ჩანაწერზე ახლა, წესების მიხედვით',
    en: 'What I may do with this record now, by the rules',
  },
  query: { record: RecordId },
  answers: { 200: z.object({ record: z.string(), actions: z.array(z.enum(recordActions)) }) },
  refuses: ['not-found', 'query-invalid'],
});
