import * as z from 'zod';
import { Role } from '../domain/access/principal.ts';
import { AgencyId, TaskId } from '../domain/ids.ts';
import { line } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { endpoint } from './endpoint.ts';

const Account = z.string().regex(/^[\x21-\x7e]{1,128}$/);
const params = { account: Account };
const Area = line(60);
const PersonalNumber = z.string().regex(/^\d{11}$/);

const rights = {
  roles: z.array(Role).min(1).max(6),
  /** None: all areas of the agency. */
  areas: z.array(Area).max(100).default([]),
};
const shown = { roles: z.array(Role), areas: z.array(z.string()) };

export const PersonView = z.object({
  /** Counts within the agency; absent for whoever was enrolled before and never changed. */
  number: z.int().optional(),
  /** Absent as long as a second person has not confirmed the invitation. */
  account: z.string().optional(),
  state: z.enum(['proposed', 'invited', 'there', 'gone']),
  name: z.string().optional(),
  mail: z.string().optional(),
  ...shown,
  invitedUntil: Instant.optional(),
  /** The hub can tell whether a case is about this person. */
  numberKnown: z.boolean(),
  /** A second person must confirm before anything of it holds. */
  proposal: z.int().optional(),
  /** Version of the record; 0 where there is none yet. */
  version: z.int(),
});

export const ProposalView = z.object({
  number: z.int(),
  kind: z.enum(['invitation', 'change']),
  person: z.int(),
  account: z.string().optional(),
  name: z.string().optional(),
  ...shown,
  proposedBy: z.string(),
  at: Instant,
  until: Instant,
  version: z.int(),
});

export const listPeople = endpoint({
  method: 'GET',
  path: '/v1/agency/people',
  operation: 'listPeople',
  function: 'people',
  action: 'people.read',
  summary: {
    ka: 'უწყების ანგარიშები: ვინ, რა როლით და რომელ ტერიტორიაზე',
    en: 'The accounts of the agency: who, in which role, for which area',
  },
  answers: { 200: z.object({ items: z.array(PersonView) }) },
  refuses: ['not-found'],
});

export const invitePerson = endpoint({
  method: 'POST',
  path: '/v1/agency/people',
  operation: 'invitePerson',
  function: 'people',
  action: 'people.manage',
  summary: {
    ka: 'თანამშრომლის მოწვევა; ზედამხედველ უწყებაში ჯერ მეორე პირი ადასტურებს',
    en: 'Invite a colleague; at an oversight body a second person confirms first',
  },
  body: z.strictObject({
    name: line(150),
    mail: z.email().max(254),
    ...rights,
    personalNumber: PersonalNumber.optional(),
  }),
  idempotent: true,
  answers: { 201: PersonView },
  refuses: ['not-found', 'rights-not-given', 'mail-taken', 'sign-in-again'],
});

export const changePerson = endpoint({
  method: 'PUT',
  path: '/v1/agency/people/{account}',
  operation: 'changePerson',
  function: 'people',
  action: 'people.manage',
  summary: {
    ka: 'როლისა და ტერიტორიის შეცვლა; ზედამხედველ უწყებაში ჯერ მეორე პირი ადასტურებს',
    en: 'Change role and area; at an oversight body a second person confirms first',
  },
  params,
  body: z.strictObject(rights),
  conditional: 'once-there',
  answers: { 200: PersonView },
  refuses: [
    ...(['not-found', 'account-unknown', 'own-membership', 'rights-not-given'] as const),
    ...(['sign-in-again', 'if-match-absent', 'changed-meanwhile'] as const),
  ],
});

export const removePerson = endpoint({
  method: 'DELETE',
  path: '/v1/agency/people/{account}',
  operation: 'removePerson',
  function: 'people',
  action: 'people.manage',
  summary: {
    ka: 'თანამშრომელი აღარ მუშაობს: წვდომა მაშინვე წყდება, სამუშაო სხვას გადაეცემა',
    en: 'A colleague is gone: access ends at once, the work goes over to somebody else',
  },
  params,
  query: { deputy: Account.optional() },
  answers: { 200: z.object({ moved: z.array(TaskId), more: z.boolean() }) },
  refuses: ['not-found', 'account-unknown', 'own-membership', 'sign-in-again'],
});

export const endSignIns = endpoint({
  method: 'POST',
  path: '/v1/agency/people/{account}/sign-ins/end',
  operation: 'endSignIns',
  function: 'people',
  action: 'people.manage',
  summary: {
    ka: 'თანამშრომლის ყველა შესვლის დასრულება; დაკარგული ტელეფონის შემთხვევაში მეორე ფაქტორიც თავიდან იქმნება',
    en: 'End all sign-ins of a colleague; after a lost telephone the second factor is set up anew',
  },
  params,
  body: z.strictObject({ resetSecondFactor: z.boolean().default(false) }),
  answers: { 200: PersonView },
  refuses: ['not-found', 'account-unknown', 'sign-in-again'],
});

export const listProposals = endpoint({
  method: 'GET',
  path: '/v1/agency/proposals',
  operation: 'listProposals',
  function: 'people',
  action: 'people.read',
  summary: {
    ka: 'რა უნდა დაადასტუროს მეორე პირმა',
    en: 'What a second person has to confirm',
  },
  answers: { 200: z.object({ items: z.array(ProposalView) }) },
  refuses: ['not-found'],
});

export const confirmProposal = endpoint({
  method: 'POST',
  path: '/v1/agency/proposals/{number}/confirmation',
  operation: 'confirmProposal',
  function: 'people',
  action: 'people.confirm',
  summary: {
    ka: 'მოწვევის ან ცვლილების დადასტურება მეორე პირის მიერ',
    en: 'Confirm an invitation or a change, as the second person',
  },
  params: { number: z.coerce.number().int().min(1).max(9999) },
  conditional: true,
  answers: { 200: PersonView },
  refuses: [
    ...(['not-found', 'proposal-over', 'second-person-needed', 'account-unknown'] as const),
    ...(['mail-taken', 'changed-meanwhile', 'sign-in-again'] as const),
  ],
});

export const MembershipView = z.object({
  account: z.string(),
  agency: AgencyId,
  ...shown,
  numberKnown: z.boolean(),
});

export const takeUpMembership = endpoint({
  method: 'PUT',
  path: '/v1/membership',
  operation: 'takeUpMembership',
  function: 'people',
  action: 'membership.take-up',
  invited: true,
  summary: {
    ka: 'მოწვევის მიღება; პირადი ნომრით ჰაბი ხედავს, რომელ შემთხვევაში ხართ თავად მხარე',
    en: 'Take up an invitation; by your personal number the hub knows which case is about yourself',
  },
  body: z.strictObject({ personalNumber: PersonalNumber.optional() }),
  answers: { 200: MembershipView },
  refuses: ['not-found', 'invitation-over'],
});

export const endSession = endpoint({
  method: 'POST',
  path: '/v1/session/end',
  operation: 'endSession',
  function: 'people',
  action: 'session.end',
  invited: true,
  summary: {
    ka: 'გასვლა: შესვლა, საიდანაც ეს ტოკენი მოდის, მაშინვე ძალას კარგავს',
    en: 'Sign out: the sign-in this token descends from is worth nothing from now on',
  },
  body: z.strictObject({
    /** Every sign-in of the account, on every device. */
    everywhere: z.boolean().default(false),
  }),
  answers: { 200: z.object({ ended: z.enum(['this', 'all']) }) },
  refuses: ['not-found'],
});
