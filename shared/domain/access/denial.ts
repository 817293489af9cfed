import type { AgencyId } from '../ids.ts';
import { hasRole, type Principal } from './principal.ts';
import type { AccessSubject } from './subject.ts';

/**
 * What the hard denials leave of a record for this principal; they outrank every rule. An account
 * with a conflict of interest sees nothing. An agency that employs an alleged perpetrator sees
 * nothing either: of its people only the one who referred is left, as the referrer and as nothing
 * else, and never through the account its systems share.
 */
export function afterDenials(
  principal: Principal,
  subject: AccessSubject,
): AccessSubject | undefined {
  const { excluded, conflicted, kind, referrer, reporterMode } = subject;
  if (conflicted?.includes(principal.sub)) return undefined;
  if (!excluded?.includes(principal.agency)) return subject;
  const submitted = referrer?.sub === principal.sub && referrer.agency === principal.agency;
  if (!referrer || !submitted || hasRole(principal, 'system')) return undefined;
  return { referrer, ...(kind && { kind }), ...(reporterMode && { reporterMode }) };
}

interface Listed {
  readonly agency: AgencyId;
  readonly submittedBy: string;
  readonly excluded: readonly AgencyId[];
  readonly conflicted: readonly string[];
}

/** Whether a line of a list may be shown: the denials alone, since the list is the agency's own. */
export const mayList = (principal: Principal, listed: Listed | undefined): boolean => {
  if (!listed) return true;
  const { agency, submittedBy: sub, excluded, conflicted } = listed;
  return afterDenials(principal, { referrer: { agency, sub }, excluded, conflicted }) !== undefined;
};
