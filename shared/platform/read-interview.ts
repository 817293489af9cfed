import type { Action } from '../domain/access/actions.ts';
import type { Granted } from '../domain/access/permit.ts';
import type { Principal } from '../domain/access/principal.ts';
import { type AccessSubject, caseSubject, interviewSubject } from '../domain/access/subject.ts';
import type { Case } from '../domain/case/case.ts';
import type { CaseId, InterviewId } from '../domain/ids.ts';
import type { Interview } from '../domain/interview/interview.ts';
import type { Referral } from '../domain/referral/referral.ts';
import type { Task } from '../domain/task/task.ts';
import { familyOf } from '../store/family.ts';
import { openedTo } from '../store/firewall.ts';
import type { Interviews } from '../store/interviews.ts';
import { marksOf } from '../store/marks.ts';
import { may } from './access/may.ts';
import type { VaultedStore } from './runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'access' | 'now'>;

/** The child of a visit as access sees it: all its joined cases with the work in them. */
export interface ReadChild {
  /** The case that was asked for, or under which the visit stands. */
  readonly case: Case;
  /** All cases of the child as far as they are joined, the one that goes on first. */
  readonly family: readonly Case[];
  readonly referral: Referral;
  /** The tasks of all these cases. */
  readonly tasks: readonly Task[];
  readonly subject: AccessSubject;
}

export interface ReadInterview extends ReadChild {
  readonly interview: Interview;
  readonly permit: Granted;
}

/** The child is one, whichever of its cases somebody works on: so is the wall around it. */
export async function readChild(
  { records }: Pick<Deps, 'records'>,
  id: CaseId,
): Promise<ReadChild> {
  const opened = await records.case(id);
  const [referral, family] = await Promise.all([
    records.referral(opened.referral),
    familyOf(records, opened),
  ]);
  const tasks = await Promise.all(
    family.map((one) => records.tasksOf({ kind: 'case', id: one.id })),
  );
  const subject = caseSubject(opened, referral, tasks.flat());
  const marks = await marksOf(records, referral, family);
  const joined = family.filter((one) => one.id !== id);
  return {
    case: opened,
    family,
    referral,
    tasks: tasks.flat(),
    subject: {
      ...subject,
      marks,
      joinedLeads: joined.map(({ lead }) => lead),
      excluded: [...(subject.excluded ?? []), ...joined.flatMap(({ excluded = [] }) => excluded)],
      conflicted: [
        ...(subject.conflicted ?? []),
        ...joined.flatMap(({ conflicted = [] }) => conflicted),
      ],
    },
  };
}

/** What is read of a visit so that access can be decided, and what access then knows of it. */
export async function interviewFacts(
  { records, interviews }: Pick<Deps, 'records'> & { interviews: Pick<Interviews, 'interview'> },
  id: InterviewId,
  by: Principal,
): Promise<ReadChild & { readonly interview: Interview }> {
  const interview = await interviews.interview(id);
  const child = await readChild({ records }, interview.case);
  const opened = await openedTo(records, by, interview.case);
  return {
    ...child,
    interview,
    subject: { ...interviewSubject(interview, child.subject), opened },
  };
}

/**
 * A visit with its child, if the principal may do this with it. A read is in the access journal
 * before anything of it is answered.
 */
export async function readInterview(
  deps: Deps & { readonly interviews: Pick<Interviews, 'interview'> },
  { id, by, action }: { id: InterviewId; by: Principal; action: Action },
): Promise<ReadInterview> {
  const facts = await interviewFacts(deps, id, by);
  const permit = may(by, action, facts.subject);
  const subject = { kind: 'interview', id } as const;
  const child = facts.interview.case;
  await deps.access.read({ action, by, subject, child, permit, at: deps.now() });
  return { ...facts, permit };
}
