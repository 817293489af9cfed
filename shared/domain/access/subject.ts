import type { AgencyId } from '../ids.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import { isTakenOn, type Task } from '../task/task.ts';

/** What access knows of the record asked for: relations, never its content. */
export interface AccessSubject {
  readonly referrer?: { readonly agency: AgencyId; readonly sub: string };
  readonly reporterMode?: Referral['reporterMode'];
  readonly lead?: AgencyId | undefined;
  /** The agency whose task it is. */
  readonly owner?: AgencyId;
  /** A person there has taken the task on. */
  readonly takenOn?: boolean;
  readonly informedOnly?: boolean;
  /** Agencies where a person has taken on a task of the case or referral. */
  readonly holders?: readonly AgencyId[];
  /** Agencies that have been asked, whatever they answered. */
  readonly asked?: readonly AgencyId[];
}

export const referralSubject = (
  referral: Referral,
  tasks: readonly Task[] = [],
): AccessSubject => ({
  referrer: { agency: referral.agency, sub: referral.submittedBy },
  reporterMode: referral.reporterMode,
  lead: leadOf(referral),
  holders: tasks.filter(isTakenOn).map((task) => task.agency),
  asked: tasks.filter((task) => task.status !== 'cancelled').map((task) => task.agency),
  // Before a person there has accepted, a lead too sees only place, kind and urgency.
  takenOn: referral.status === 'in-progress' || referral.status === 'closed',
});

export const taskSubject = (
  task: Task,
  referral: Referral,
  siblings: readonly Task[] = [],
): AccessSubject => ({
  ...referralSubject(referral, siblings),
  owner: task.agency,
  takenOn: isTakenOn(task),
  informedOnly: task.role === 'informed',
});
