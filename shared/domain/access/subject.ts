import type { Case } from '../case/case.ts';
import type { AgencyId } from '../ids.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import { hasEnded, isTakenOn, SAFETY_WORK, type Task } from '../task/task.ts';

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
  /** Agencies whose work it is to see the child, and whose work goes on. */
  readonly seers?: readonly AgencyId[];
  /** Agencies that lead another case found to be of the same child. */
  readonly joinedLeads?: readonly AgencyId[];
  /** The agency for which the referral was sent and which may be told. */
  readonly onBehalfOf?: AgencyId | undefined;
  /** Agencies that have been asked, whatever they answered. */
  readonly asked?: readonly AgencyId[];
  /** Agencies that employ an alleged perpetrator. */
  readonly excluded?: readonly AgencyId[];
  /** Accounts with a declared conflict of interest. */
  readonly conflicted?: readonly string[];
}

const seesChild = (task: Task): boolean =>
  task.kind === SAFETY_WORK && isTakenOn(task) && !hasEnded(task);

export const referralSubject = (
  referral: Referral,
  tasks: readonly Task[] = [],
): AccessSubject => ({
  referrer: { agency: referral.agency, sub: referral.submittedBy },
  reporterMode: referral.reporterMode,
  onBehalfOf: referral.onBehalfOf,
  lead: leadOf(referral),
  holders: tasks.filter(isTakenOn).map((task) => task.agency),
  seers: tasks.filter(seesChild).map((task) => task.agency),
  asked: tasks.filter((task) => task.status !== 'cancelled').map((task) => task.agency),
  // Before a person there has accepted, a lead too sees only place, kind and urgency.
  takenOn: referral.status === 'in-progress' || referral.status === 'closed',
  excluded: referral.excluded ?? [],
  conflicted: referral.conflicted ?? [],
});

export const caseSubject = (
  { lead, excluded = [], conflicted = [] }: Case,
  referral: Referral,
  tasks: readonly Task[] = [],
): AccessSubject => ({
  ...referralSubject(referral, tasks),
  lead,
  excluded: [...excluded, ...(referral.excluded ?? [])],
  conflicted: [...conflicted, ...(referral.conflicted ?? [])],
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
