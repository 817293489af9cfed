import type { AgencyId } from '../ids.ts';
import { hasRole, type Principal } from './principal.ts';
import type { AccessSubject } from './subject.ts';

/** Whoever was told by mistake can still say that it deleted it, and see what it has to answer. */
const asRecipient = ({ agency }: Principal, { recipients }: AccessSubject): AccessSubject =>
  recipients?.includes(agency) ? { recipients: [agency] } : {};

/**
 * What the hard denials leave of a record for this principal; they outrank every rule. An account
 * with a conflict of interest sees nothing. An agency that employs an alleged perpetrator sees
 * nothing either: of its people only the one who referred is left, as the referrer and as nothing
 * else, and never through the account its systems share. An agency told by mistake is left what it
 * referred itself. Both still answer what is taken back from them.
 */
export function afterDenials(
  principal: Principal,
  subject: AccessSubject,
): AccessSubject | undefined {
  const { excluded, conflicted, recalled, kind, referrer, reporterMode } = subject;
  if (conflicted?.includes(principal.sub)) return undefined;
  const own = {
    ...(referrer && { referrer }),
    ...(kind && { kind }),
    ...(reporterMode && { reporterMode }),
    ...asRecipient(principal, subject),
  };
  if (!excluded?.includes(principal.agency)) {
    return recalled?.includes(principal.agency) ? own : subject;
  }
  const submitted = referrer?.sub === principal.sub && referrer.agency === principal.agency;
  if (submitted && !hasRole(principal, 'system')) return own;
  return own.recipients ? { recipients: own.recipients } : undefined;
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
