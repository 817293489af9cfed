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
import { familyOf } from './family.ts';
import { openedTo } from './firewall.ts';
import { familyOfReferral, marksOf } from './marks.ts';
import type { Records } from './records.ts';
import { ticketOf } from './tickets.ts';

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
  const [tasks, family, opened, ticket] = await Promise.all([
    records.tasksOf(parent),
    familyOfReferral(records, referral),
    openedTo(records, by, caseId),
    ticketOf(records, by, [{ kind: 'referral', id }, ...(caseId ? [parent] : [])]),
  ]);
  const ofChild = await factsOfChild(records, { referral, family, id: caseId });
  const subject = { ...referralSubject(referral, tasks), ...ofChild, opened, ticket };
  return { referral, tasks, subject };
}

interface Child {
  readonly referral: Referral;
  readonly family: readonly Case[];
  /** The case that is read. */
  readonly id: CaseId | undefined;
}

/** Who leads the other cases of the child, and what of all of them is sealed or protected. */
const factsOfChild = async (records: Records, { referral, family, id }: Child) => ({
  joinedLeads: family.filter((one) => one.id !== id).map(({ lead }) => lead),
  marks: await marksOf(records, referral, family),
});

interface CaseFacts extends Facts {
  readonly case: Case;
  /** All cases of the same child, as far as they are joined; this one alone where none is. */
  readonly family: readonly Case[];
}

export async function caseFacts(records: Records, id: CaseId, by: Principal): Promise<CaseFacts> {
  const found = await records.case(id);
  const [referral, tasks, family, opened, ticket] = await Promise.all([
    records.referral(found.referral),
    records.tasksOf({ kind: 'case', id }),
    familyOf(records, found),
    openedTo(records, by, id),
    ticketOf(records, by, [{ kind: 'case', id }]),
  ]);
  const ofChild = await factsOfChild(records, { referral, family, id });
  const subject = { ...caseSubject(found, referral, tasks), ...ofChild, opened, ticket };
  return { case: found, family, referral, tasks, subject };
}

export async function taskFacts(
  records: Records,
  id: TaskId,
  by: Principal,
): Promise<Facts & { readonly task: Task }> {
  const task = await records.task(id);
  const [referral, tasks, found, opened] = await Promise.all([
    records.referral(task.referral),
    records.tasksOf(parentOfTask(task)),
    task.case && records.case(task.case),
    openedTo(records, by, task.case),
  ]);
  const family = found ? await familyOf(records, found) : [];
  const ofChild = await factsOfChild(records, { referral, family, id: task.case });
  return {
    task,
    referral,
    tasks,
    subject: { ...taskSubject(task, referral, tasks), ...ofChild, opened },
  };
}
