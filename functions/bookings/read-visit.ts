import type { Action } from '../../shared/domain/access/actions.ts';
import { may, type Permit } from '../../shared/domain/access/may.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { caseSubject, interviewSubject } from '../../shared/domain/access/subject.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familyOf } from '../../shared/store/family.ts';
import { interviews } from '../../shared/store/interviews.ts';

export interface ReadVisit {
  readonly interview: Interview;
  readonly case: Case;
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly permit: Permit;
}

/**
 * A visit with its case, if the principal may do this with it. A read is in the access journal
 * before anything of it is answered.
 */
export async function readVisit(
  { table, records, access, now }: Pick<VaultedStore, 'table' | 'records' | 'access' | 'now'>,
  { id, by, action }: { id: InterviewId; by: Principal; action: Action },
): Promise<ReadVisit> {
  const interview = await interviews(table).interview(id);
  const of = { kind: 'case' as const, id: interview.case };
  const [found, referral, tasks] = await Promise.all([
    records.case(interview.case),
    records.referral(interview.referral),
    records.tasksOf(of),
  ]);
  const family = await familyOf(records, found);
  const joinedLeads = family.filter((one) => one.id !== found.id).map(({ lead }) => lead);
  const subject = interviewSubject(interview, caseSubject(found, referral, tasks));
  const permit = may(by, action, { ...subject, joinedLeads });
  await access.read({ action, by, subject: { kind: 'interview', id }, permit, at: now() });
  return { interview, case: found, referral, tasks, permit };
}
