import type { AgencyId } from '../ids.ts';
import { hasRole, type Principal } from './principal.ts';
import type { AccessSubject } from './subject.ts';

/** Whoever was told by mistake can still say that it deleted it, and see what it has to answer. */
const asRecipient = ({ agency }: Principal, { recipients }: AccessSubject): AccessSubject =>
  recipients?.includes(agency) ? { recipients: [agency] } : {};

/**
 * How the principal still stands to a record that is closed to its agency. Of an agency that employs
 * an alleged perpetrator only the person is left who referred, as the referrer and as nothing else,
 * and never through the account its systems share. An agency told by mistake is left what it
 * referred itself. Both still answer what is taken back from them. That nothing else is shown, the
 * rules `accused-inside` and `conflict-of-interest` say.
 */
export function remaining(principal: Principal, subject: AccessSubject): AccessSubject {
  const { excluded, recalled, kind, referrer, reporterMode } = subject;
  const recipient = asRecipient(principal, subject);
  const own = {
    ...(referrer && { referrer }),
    ...(kind && { kind }),
    ...(reporterMode && { reporterMode }),
    ...recipient,
  };
  if (!excluded?.includes(principal.agency)) {
    return recalled?.includes(principal.agency) ? own : subject;
  }
  const submitted = referrer?.sub === principal.sub && referrer.agency === principal.agency;
  return submitted && !hasRole(principal, 'system') ? own : recipient;
}

/** What a line of a list says of itself. */
export interface Listed {
  readonly agency: AgencyId;
  readonly submittedBy: string;
  readonly excluded: readonly AgencyId[];
  readonly conflicted: readonly string[];
}

/** A line of a list as access knows it: the list is the agency's own, so denials alone matter. */
export const listedSubject = ({ agency, submittedBy: sub, excluded, conflicted }: Listed) => ({
  referrer: { agency, sub },
  excluded,
  conflicted,
});
