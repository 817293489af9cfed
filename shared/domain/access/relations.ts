import { hasRole, type Principal } from './principal.ts';
import type { AccessSubject } from './subject.ts';

/** How somebody stands to a record; rules speak of these words. */
export const relationNames = [
  /** Who sent it, and the safety person of that agency. */
  'sent',
  /** The same, unless it is the record of the child said to have harmed. */
  'referrer',
  'on-behalf',
  'lead',
  'joined-lead',
  'former-lead',
  'taking-over',
  /** The agency whose task it is. */
  'owner',
  /** A person there has taken a task on. */
  'holder',
  /** A holder that has work to do, not one that is only informed. */
  'at-work',
  'asked',
  /** Its work is to see the child. */
  'seer',
  /** Has a role in the visit. */
  'participant',
  /** The visit is held in its rooms. */
  'site',
  'requested-visit',
  /** Something of it is taken back from the agency. */
  'recipient',
  /** It is the agency's own affair, such as its roster. */
  'own-affair',
  /** It is the person's own affair, such as its calendar. */
  'own-account',
] as const;
export type Relation = (typeof relationNames)[number];

const hasSent = (principal: Principal, { referrer }: AccessSubject): boolean =>
  referrer?.agency === principal.agency &&
  (referrer.sub === principal.sub || hasRole(principal, 'safety-person'));

const stands: Readonly<Record<Relation, (by: Principal, to: AccessSubject) => boolean>> = {
  sent: hasSent,
  referrer: (by, to) => hasSent(by, to) && to.kind !== 'child-in-need',
  'on-behalf': ({ agency }, to) => to.onBehalfOf === agency,
  lead: ({ agency }, to) => to.lead === agency,
  'joined-lead': ({ agency }, to) => to.joinedLeads?.includes(agency) ?? false,
  'former-lead': ({ agency }, to) => to.handingOver?.includes(agency) ?? false,
  'taking-over': ({ agency }, to) => to.takingOver?.includes(agency) ?? false,
  owner: ({ agency }, to) => to.owner === agency,
  holder: ({ agency }, to) => to.holders?.includes(agency) ?? false,
  'at-work': ({ agency }, to) =>
    (to.holders?.includes(agency) ?? false) && !to.informed?.includes(agency),
  asked: ({ agency }, to) => to.asked?.includes(agency) ?? false,
  seer: ({ agency }, to) => to.seers?.includes(agency) ?? false,
  participant: ({ agency }, to) => to.participants?.includes(agency) ?? false,
  site: ({ agency }, to) => to.site === agency,
  'requested-visit': ({ agency }, to) => to.requestedBy === agency,
  recipient: ({ agency }, to) => to.recipients?.includes(agency) ?? false,
  'own-affair': ({ agency }, to) => to.ofAgency === agency,
  'own-account': ({ sub }, to) => to.account === sub,
};

/**
 * What somebody stands in without the work of their agency: what is one's own, and what the agency's
 * system has to give back, which whoever manages it may answer for.
 */
const OWN: readonly Relation[] = ['sent', 'referrer', 'recipient', 'own-affair', 'own-account'];

/** Whoever only manages the people of an agency has no part in its work for a child. */
const doesItsWork = ({ roles }: Principal): boolean =>
  roles.some((role) => role !== 'administrator');

/** Every way in which the principal stands to the record. */
export const relationsOf = (principal: Principal, subject: AccessSubject): readonly Relation[] =>
  relationNames
    .filter((name) => OWN.includes(name) || doesItsWork(principal))
    .filter((name) => stands[name](principal, subject));
