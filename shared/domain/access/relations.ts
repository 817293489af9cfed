import { hasRole, type Principal } from './principal.ts';
import type { AccessSubject } from './subject.ts';

/** Who sent it, and the safety person of that agency. */
export const hasReferred = (principal: Principal, { referrer }: AccessSubject): boolean =>
  referrer?.agency === principal.agency &&
  (referrer.sub === principal.sub || hasRole(principal, 'safety-person'));

/** What was made of a report for the child said to have harmed is not the referrer's to read. */
export const isReferrer = (principal: Principal, subject: AccessSubject): boolean =>
  hasReferred(principal, subject) && subject.kind !== 'child-in-need';
export const isLead = ({ agency }: Principal, { lead }: AccessSubject): boolean => lead === agency;
export const isOwner = ({ agency }: Principal, { owner }: AccessSubject): boolean =>
  owner === agency;
export const isHolder = ({ agency }: Principal, { holders }: AccessSubject): boolean =>
  holders?.includes(agency) ?? false;
export const isAsked = ({ agency }: Principal, { asked }: AccessSubject): boolean =>
  asked?.includes(agency) ?? false;
/** A holder that has work to do, not one that is only informed. */
export const isAtWork = (principal: Principal, subject: AccessSubject): boolean =>
  isHolder(principal, subject) && !subject.informed?.includes(principal.agency);
/** Whose people interview the child: they must not know the account beforehand. */
export const interviews = ({ kind }: Pick<Principal, 'kind'>): boolean => kind === 'child-centre';
/** Before the interview has ended, or the plan permits it, its side reads no account of anybody. */
export const behindFirewall = (principal: Principal, { opened }: AccessSubject): boolean =>
  interviews(principal) && !opened?.includes('narrative');
/** Something of it is taken back from the agency. */
export const isRecipient = ({ agency }: Principal, { recipients }: AccessSubject): boolean =>
  recipients?.includes(agency) ?? false;
/** The visit is held in its rooms. */
export const isSite = ({ agency }: Principal, { site }: AccessSubject): boolean => site === agency;
/** Has a role in the visit. */
export const takesPart = ({ agency }: Principal, { participants }: AccessSubject): boolean =>
  participants?.includes(agency) ?? false;
