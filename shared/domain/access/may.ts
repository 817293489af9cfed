import type { Group } from '../referral/group.ts';
import { Refusal } from '../refusal.ts';
import type { Action } from './actions.ts';
import { afterDenials } from './denial.ts';
import type { Principal } from './principal.ts';
import type { AccessRule } from './rule.ts';
import { rules } from './rules.ts';
import type { AccessSubject } from './subject.ts';

/** What access decided: which rule, and which field groups it opens. */
export interface Permit {
  readonly rule: string;
  readonly groups: readonly Group[];
}

const holds = (rule: AccessRule, principal: Principal, action: Action, subject: AccessSubject) =>
  rule.actions.includes(action) && rule.when(principal, subject);

/**
 * The one question every use case asks. Hard denials come first; then several rules may
 * allow, and their groups are united. Where no
 * rule allows, the answer is the same as for a record that does not exist.
 */
export function may(principal: Principal, action: Action, asked: AccessSubject = {}): Permit {
  const subject = afterDenials(principal, asked);
  if (!subject) throw new Refusal('not-found');
  const allowing = rules.filter((rule) => holds(rule, principal, action, subject));
  const [first] = allowing;
  if (!first) throw new Refusal('not-found');
  const groups = new Set(allowing.flatMap((rule) => rule.groups(principal, subject)));
  return { rule: first.name, groups: [...groups] };
}
