import type { Principal } from '../domain/access/principal.ts';
import {
  type AccessSubject,
  caseSubject,
  referralSubject,
  taskSubject,
} from '../domain/access/subject.ts';
import type { Case } from '../domain/case/case.ts';
import type { CaseId, ReferralId, TaskId } from '../domain/ids.ts';
import type { Subject } from '../domain/journal/event.ts';
import type { Referral } from '../domain/referral/referral.ts';
import { parentOf as parentOfTask, type Task } from '../domain/task/task.ts';
import { familyOf, joinedLeads } from './family.ts';
import { openedTo } from './firewall.ts';
import type { Records } from './records.ts';

/** Where the tasks of a referral hang: its case, or the referral itself. */
export const parentOf = (referral: Referral): Subject =>
  referral.status !== 'submitted' && referral.case
    ? { kind: 'case', id: referral.case }
    : { kind: 'referral', id: referral.id };

/** What is read of a record so that access can be decided, and what access then knows of it. */
interface Facts {
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly subject: AccessSubject;
}

export async function referralFacts(
  records: Records,
  id: ReferralId,
  by: Principal,
): Promise<Facts> {
  const referral = await records.referral(id);
  const parent = parentOf(referral);
  const caseId = parent.kind === 'case' ? parent.id : undefined;
  const [tasks, leadsOfJoined, opened] = await Promise.all([
    records.tasksOf(parent),
    joinedLeads(records, caseId),
    openedTo(records, by, caseId),
  ]);
  const subject = { ...referralSubject(referral, tasks), joinedLeads: leadsOfJoined, opened };
  return { referral, tasks, subject };
}

interface CaseFacts extends Facts {
  readonly case: Case;
  /** All cases of the same child, as far as they are joined; this one alone where none is. */
  readonly family: readonly Case[];
}

export async function caseFacts(records: Records, id: CaseId, by: Principal): Promise<CaseFacts> {
  const found = await records.case(id);
  const [referral, tasks, family, opened] = await Promise.all([
    records.referral(found.referral),
    records.tasksOf({ kind: 'case', id }),
    familyOf(records, found),
    openedTo(records, by, id),
  ]);
  const leadsOfJoined = family.filter((one) => one.id !== id).map(({ lead }) => lead);
  const known = caseSubject(found, referral, tasks);
  const subject = { ...known, joinedLeads: leadsOfJoined, opened };
  return { case: found, family, referral, tasks, subject };
}

export async function taskFacts(
  records: Records,
  id: TaskId,
  by: Principal,
): Promise<Facts & { readonly task: Task }> {
  const task = await records.task(id);
  const [referral, tasks, leadsOfJoined, opened] = await Promise.all([
    records.referral(task.referral),
    records.tasksOf(parentOfTask(task)),
    joinedLeads(records, task.case),
    openedTo(records, by, task.case),
  ]);
  const known = taskSubject(task, referral, tasks);
  return { task, referral, tasks, subject: { ...known, joinedLeads: leadsOfJoined, opened } };
}
